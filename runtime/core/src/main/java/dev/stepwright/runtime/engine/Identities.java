package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;

/** The stored form of what names an execution. */
public final class Identities {
    private Identities() {}

    public static void write(BinaryWriter out, ExecutionIdentity identity) {
        out.text(identity.arn()).text(identity.name()).name(identity.machineArn());
        out.name(identity.machineName()).name(identity.roleArn()).instant(identity.startTime());
        out.flag(identity.isExpress()).optionalName(identity.versionArn()).optionalName(identity.aliasArn());
    }

    public static ExecutionIdentity read(BinaryReader in) {
        return new ExecutionIdentity(
                in.text(),
                in.text(),
                in.name(),
                in.name(),
                in.name(),
                in.instant(),
                in.flag(),
                in.optionalName(),
                in.optionalName());
    }
}
