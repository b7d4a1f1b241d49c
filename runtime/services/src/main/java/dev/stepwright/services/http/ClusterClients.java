package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The clients by which clusters are called. Each trusts the certificates of its cluster alone. */
final class ClusterClients {
    /** Certificates may come from the input of executions; clients of more are made anew. */
    private static final int MOST = 20;

    private final HttpClient plain = Exchange.newClient();
    private final Map<String, HttpClient> byAuthority = new ConcurrentHashMap<>();

    /** @throws TaskFailure {@code States.Runtime} if the task gives no certificates */
    HttpClient of(Cluster cluster) throws TaskFailure {
        if (!cluster.isEncrypted()) {
            return plain;
        }
        HttpClient known = byAuthority.get(cluster.certificateAuthority());
        if (known != null) {
            return known;
        }
        if (byAuthority.size() >= MOST) {
            byAuthority.clear(); // a client that nobody has any more ends by itself
        }
        HttpClient made = Exchange.newClient(trusting(cluster.certificateAuthority()));
        byAuthority.put(cluster.certificateAuthority(), made);
        return made;
    }

    private static SSLContext trusting(String authority) throws TaskFailure {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate each : certificates(authority)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), each);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (CertificateException e) {
            TaskFailure failure =
                    new TaskFailure("States.Runtime", "the CertificateAuthority has no certificate: " + e.getMessage());
            failure.initCause(e);
            throw failure;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JVM has no key stores or no TLS", e);
        }
    }

    private static List<Certificate> certificates(String authority) throws CertificateException {
        byte[] pem = Base64.getMimeDecoder().decode(authority);
        List<Certificate> certificates = new ArrayList<>(
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)));
        if (certificates.isEmpty()) {
            throw new CertificateException("expected PEM in Base64");
        }
        return certificates;
    }
}
