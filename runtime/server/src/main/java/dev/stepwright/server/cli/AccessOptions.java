package dev.stepwright.server.cli;

import dev.stepwright.server.ServerConfig;
import dev.stepwright.server.access.Users;
import java.io.IOException;
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

    /**
     * Sets what the options say.
     *
     * @throws Refusal if a file has something else
     */
    ServerConfig.Builder set(ServerConfig.Builder config) throws Refusal {
        return config.users(users == null ? null : read(users));
    }

    private static Users read(Path file) throws Refusal {
        try {
            return Users.read(file);
        } catch (IOException e) {
            throw new Refusal("--users: " + GivenFile.unread(file, e));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--users: " + e.getMessage());
        }
    }
}
