package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the ARN of a machine, version or alias leads to.
 *
 * @param version the version that is named, or that the alias chose
 * @param aliasArn the alias that was named; null where none was
 */
record Target(
        StateMachine machine,
        Optional<Version> version,
        @Nullable String aliasArn) {
    /**
     * Finds it.
     *
     * @param draw chooses between the versions of an alias
     * @throws ApiError {@code StateMachineDoesNotExist}
     */
    static Target of(MachineArn arn, StateMachines machines, DoubleSupplier draw) {
        StateMachine machine = machines.of(arn);
        if (arn.qualifier() == null) {
            return new Target(machine, Optional.empty(), null);
        }
        if (arn.version().isPresent()) {
            return new Target(machine, Optional.of(version(machine, arn)), null);
        }
        Alias alias = machine.aliases().get(arn.qualifier());
        if (alias == null) {
            throw ApiError.stateMachineDoesNotExist(arn.text());
        }
        MachineArn chosen = MachineArn.parse(alias.choose(draw.getAsDouble()));
        return new Target(machine, Optional.of(version(machine, chosen)), arn.text());
    }

    private static Version version(StateMachine machine, MachineArn arn) {
        Version version = machine.versions().get(arn.version().orElseThrow());
        if (version == null) {
            throw ApiError.stateMachineDoesNotExist(arn.text());
        }
        return version;
    }

    Revision revision() {
        return version.map(Version::revision).orElse(machine.revision());
    }

    @Nullable
    String versionArn() {
        return version.map(machine::versionArn).orElse(null);
    }
}
