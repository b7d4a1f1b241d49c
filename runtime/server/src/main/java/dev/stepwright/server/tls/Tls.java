package dev.stepwright.server.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** How a server speaks TLS, in the versions that the JVM has for servers: 1.2 and 1.3. */
public final class Tls {
    private final SSLContext context;

    private Tls(SSLContext context) {
        this.context = context;
    }

    /**
     * Reads the files of a server's certificate. They are read again when they have changed.
     *
     * @param certificate PEM: the certificate of the server, then those that have signed it
     * @param key PEM: its private key, PKCS#8 without a password, of RSA, EC or Ed25519
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if they have something else, or do not belong together; the message names the file
     */
    public static Tls read(Path certificate, Path key) throws IOException {
        CurrentKey current = new CurrentKey(new KeyPairFiles(certificate, key));
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {current}, null, null);
            return new Tls(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has TLS", e);
        }
    }

    /** Returns what makes connections. */
    public SSLContext context() {
        return context;
    }
}
