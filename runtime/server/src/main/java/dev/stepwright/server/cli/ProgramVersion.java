package dev.stepwright.server.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version in the manifest of the jar that runs. */
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"stepwright " + (version == null ? "(not from a jar)" : version)};
    }
}
