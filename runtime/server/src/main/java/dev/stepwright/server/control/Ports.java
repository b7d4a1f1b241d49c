package dev.stepwright.server.control;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * The doors of the control plane to time, ids and chance.
 *
 * @param draws numbers of at least 0 and below 1
 */
public record Ports(InstantSource clock, Supplier<UUID> ids, DoubleSupplier draws) {
    /** Returns the present time, to the millisecond as the API shows it. */
    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
