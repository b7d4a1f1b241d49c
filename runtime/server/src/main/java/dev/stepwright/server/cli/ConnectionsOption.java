package dev.stepwright.server.cli;

import dev.stepwright.services.connection.Connections;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The option {@code --connections}. */
final class ConnectionsOption {
    private ConnectionsOption() {}

    /**
     * Reads the file; null if there is none.
     *
     * @throws IllegalArgumentException if it cannot be used
     */
    static @Nullable Connections read(@Nullable Path file) {
        try {
            return file == null ? null : Connections.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("--connections: " + ValidateCommand.unreadable(file, e), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--connections: " + e.getMessage(), e);
        }
    }
}
