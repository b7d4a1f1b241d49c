package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.binary.BinaryReader;
import dev.stepwright.runtime.binary.BinaryWriter;
import java.time.Instant;

/** The stored form of what names an execution. */
public final class Identities {
    private static final int STANDARD = 0;
    private static final int EXPRESS = 1;
    private static final int SYNCHRONOUS = 2;

    private Identities() {}

    public static void write(BinaryWriter out, ExecutionIdentity identity) {
        out.text(identity.arn()).text(identity.name()).name(identity.machineArn());
        out.name(identity.machineName()).name(identity.roleArn()).instant(identity.startTime());
        out.octet(kind(identity)).optionalName(identity.versionArn()).optionalName(identity.aliasArn());
    }

    public static ExecutionIdentity read(BinaryReader in) {
        String arn = in.text();
        String name = in.text();
        String machineArn = in.name();
        String machineName = in.name();
        String roleArn = in.name();
        Instant startTime = in.instant();
        int kind = in.octet();
        return new ExecutionIdentity(
                arn,
                name,
                machineArn,
                machineName,
                roleArn,
                startTime,
                kind != STANDARD,
                kind == SYNCHRONOUS,
                in.optionalName(),
                in.optionalName());
    }

    private static int kind(ExecutionIdentity identity) {
        return identity.isSynchronous() ? SYNCHRONOUS : identity.isExpress() ? EXPRESS : STANDARD;
    }
}
