package dev.stepwright.server.tls;

import dev.stepwright.server.tls.KeyPairFiles.Pair;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key of a server, read again when its files have changed; looked at with each new connection. */
final class CurrentKey extends X509ExtendedKeyManager {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentKey.class);

    private final KeyPairFiles files;
    private List<Object> state;
    private volatile Named current;
    private volatile Named before;

    /** A pair and the alias by which a connection that is being made asks for it, in several calls. */
    private record Named(String alias, Pair pair) {}

    /** @throws IllegalArgumentException if the files have something else */
    CurrentKey(KeyPairFiles files) throws IOException {
        this.files = files;
        this.state = state();
        this.current = new Named("1", files.read());
        this.before = current;
    }

    /** Returns what changes with the files. */
    private List<Object> state() throws IOException {
        return List.of(
                Files.getLastModifiedTime(files.certificate()),
                Files.size(files.certificate()),
                Files.getLastModifiedTime(files.key()),
                Files.size(files.key()));
    }

    /** Who replaces two files is done with one first: then the pair before serves until both are new. */
    private synchronized void readAgain() {
        try {
            List<Object> now = state();
            if (!now.equals(state)) {
                state = now;
                Pair pair = files.read();
                before = current;
                current = new Named(String.valueOf(Long.parseLong(current.alias) + 1), pair);
                LOG.info("The certificate in {} has changed and is used from now on", files.certificate());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The certificate stays as it was: {}", e.getMessage());
        }
    }

    private @Nullable Pair pair(String alias) {
        Named now = current;
        return now.alias.equals(alias) ? now.pair : before.alias.equals(alias) ? before.pair : null;
    }

    private @Nullable String alias(String keyType) {
        readAgain();
        Named now = current;
        return now.pair.key().getAlgorithm().equals(keyType) ? now.alias : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return alias(keyType);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Pair pair = pair(alias);
        return pair == null ? null : pair.chain().toArray(new X509Certificate[0]);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Pair pair = pair(alias);
        return pair == null ? null : pair.key();
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return alias(keyType);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {current.alias};
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null; // it is a server's key
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null; // it is a server's key
    }
}
