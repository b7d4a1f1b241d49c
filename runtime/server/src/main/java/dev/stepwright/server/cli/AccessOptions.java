package dev.stepwright.server.cli;

import dev.stepwright.server.ServerConfig;
import dev.stepwright.server.access.Users;
import dev.stepwright.server.policy.Roles;
import dev.stepwright.server.tls.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who may call a server, and how. */
final class AccessOptions {
    @Option(
            names = "--users",
            paramLabel = "FILE",
            description =
                    "The users who may call the server: a JSON object from the name of each to its access keys and "
                            + "policies. Default: everybody may do everything.")
    private @Nullable Path users;

    @Option(
            names = "--roles",
            paramLabel = "FILE",
            description =
                    "The roles that state machines run under: a JSON object from the name of each to its policies, "
                            + "which their tasks are held to. Default: every role may do everything.")
    private @Nullable Path roles;

    @Option(
            names = "--tls",
            paramLabel = "CERTIFICATE",
            description =
                    "The certificate with which the server speaks TLS: a file of PEM, with those that have signed "
                            + "it behind. Default: HTTP in the clear.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "KEY",
            description = "The private key of --tls: a file of PEM, PKCS#8 without a password.")
    private @Nullable Path key;

    /**
     * Sets what the options say.
     *
     * @throws IllegalArgumentException if one option lacks another
     * @throws Refusal if a file has something else
     */
    ServerConfig.Builder set(ServerConfig.Builder config) throws Refusal {
        return config.users(users == null ? null : read("--users", users, Users::read))
                .roles(roles == null ? null : read("--roles", roles, Roles::read))
                .tls(tls());
    }

    private @Nullable Tls tls() throws Refusal {
        if (certificate == null || key == null) {
            if (certificate != null || key != null) {
                throw new IllegalArgumentException("--tls and --tls-key need each other");
            }
            return null;
        }
        try {
            return Tls.read(certificate, key);
        } catch (IOException e) {
            Path missing = Files.isReadable(certificate) ? key : certificate;
            throw new Refusal((missing.equals(key) ? "--tls-key: " : "--tls: ") + GivenFile.unread(missing, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--tls: " + e.getMessage());
        }
    }

    /** Returns what to warn of: a server that others can reach, and in which everybody may do everything, or secrets can be read on their way; null for none. */
    @Nullable
    String warning(String host) {
        if (isLoopback(host) || users != null && certificate != null) {
            return null;
        }
        return users == null
                ? "whoever can reach " + host + " may do everything here: there are no --users"
                : "secrets of users come to " + host
                        + " in the clear: there is no --tls; let only a proxy that ends TLS reach it";
    }

    /** A name that nobody knows is refused when the server listens. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> T read(String option, Path file, Reader<T> reader) throws Refusal {
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw new Refusal(option + ": " + GivenFile.unread(file, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal(option + ": " + e.getMessage());
        }
    }
}
