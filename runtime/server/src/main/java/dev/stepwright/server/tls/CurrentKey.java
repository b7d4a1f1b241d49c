package dev.stepwright.server.tls;

import dev.stepwright.server.file.CurrentFiles;
import dev.stepwright.server.tls.KeyPairFiles.Pair;
import java.io.IOException;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The key of a server, read again when its files have changed; looked at with each new connection. */
final class CurrentKey extends X509ExtendedKeyManager {
    private final CurrentFiles<Pair> files;
    private volatile Named current;
    private volatile Named before;

    /** A pair and the alias by which a connection that is being made asks for it, in several calls. */
    private record Named(String alias, Pair pair) {}

    /** @throws IllegalArgumentException if the files have something else */
    CurrentKey(KeyPairFiles files) throws IOException {
        this.files = new CurrentFiles<>(next -> {
            next.accept(files.certificate());
            next.accept(files.key());
            return files.read();
        });
        this.current = new Named("1", this.files.value());
        this.before = current;
    }

    /** Who replaces two files is done with one first: then the pair before serves until both are new. */
    private synchronized void readAgain() {
        Pair now = files.value();
        if (now != current.pair) {
            before = current;
            current = new Named(String.valueOf(Long.parseLong(current.alias) + 1), now);
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
