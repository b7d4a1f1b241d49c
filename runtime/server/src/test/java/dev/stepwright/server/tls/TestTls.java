package dev.stepwright.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Keys that are made for a test, with certificates for this machine: {@code rsa.key} and {@code rsa.pem} and so on.
 *
 * @param folder that has them
 */
public record TestTls(Path folder) {
    private static final String PASSWORD = "secret";

    private static final Map<String, List<String>> KINDS = Map.of(
            "rsa", List.of("-keyalg", "RSA", "-keysize", "2048"),
            "ec", List.of("-keyalg", "EC", "-groupname", "secp256r1"),
            "ed25519", List.of("-keyalg", "Ed25519"));

    /**
     * Makes keys.
     *
     * @param kinds of {@code rsa}, {@code ec} and {@code ed25519}
     */
    public static TestTls in(Path folder, String... kinds)
            throws IOException, GeneralSecurityException, InterruptedException {
        for (String kind : kinds) {
            make(folder, kind);
        }
        return new TestTls(folder);
    }

    private static void make(Path folder, String kind)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(kind + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12"));
        command.addAll(List.of("-alias", kind, "-dname", "CN=localhost", "-ext", "SAN=DNS:localhost,IP:127.0.0.1"));
        command.addAll(List.of("-startdate", "-1d", "-validity", "3"));
        command.addAll(KINDS.getOrDefault(kind, List.of()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        KeyStore made = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            made.load(in, PASSWORD.toCharArray());
        }
        Files.writeString(
                folder.resolve(kind + ".pem"),
                pem("CERTIFICATE", made.getCertificate(kind).getEncoded()));
        Files.writeString(
                folder.resolve(kind + ".key"),
                pem("PRIVATE KEY", made.getKey(kind, PASSWORD.toCharArray()).getEncoded()));
    }

    static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Returns how a server shows that it has a key. */
    public Tls tls(String kind) throws IOException {
        return Tls.read(file(kind + ".pem"), file(kind + ".key"));
    }

    /** Returns how a client trusts some certificates. */
    public SSLContext trusting(String... kinds) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        for (String kind : kinds) {
            try (InputStream in = Files.newInputStream(file(kind + ".pem"))) {
                trusted.setCertificateEntry(
                        kind, CertificateFactory.getInstance("X.509").generateCertificate(in));
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
