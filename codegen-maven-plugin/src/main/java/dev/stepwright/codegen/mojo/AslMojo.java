package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.OutputFolder;
import dev.stepwright.json.FileProblems;
import dev.stepwright.validation.Suppressions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: they can be skipped, and they print every finding before one ends the build. */
abstract class AslMojo extends AbstractMojo {
    /** Skips the goal. */
    @Parameter(property = "asl.skip", defaultValue = "false")
    private boolean skip;

    /** Whether warnings fail the build, as errors do. */
    @Parameter(property = "asl.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Rules whose findings in definitions are suppressed, for example ASL-ERR-008. To suppress findings of single states, use order.asl.ignore.json. */
    @Parameter(property = "asl.ignoredRules")
    private List<String> ignoredRules = List.of();

    /** The directory with the lists of generated files, from which a later build knows what is up to date and what to remove. */
    @Parameter(defaultValue = "${project.build.directory}/stepwright", readonly = true)
    private File listDirectory;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true)
    private MojoExecution execution;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped, since asl.skip is set");
            return;
        }
        Findings findings = new Findings(failOnWarning, suppressions());
        try {
            String done = run(findings);
            findings.sorted().forEach(this::log);
            if (findings.stopTheBuild()) {
                throw new MojoFailureException(findings.summary());
            }
            getLog().info(done + findings.suppressedToo());
        } catch (IOException e) {
            throw new MojoExecutionException(FileProblems.of(e), e);
        }
    }

    /**
     * Does the work of the goal, unless the findings stop the build.
     *
     * @return what was done, in one line
     */
    abstract String run(Findings findings) throws IOException, MojoExecutionException, MojoFailureException;

    /**
     * Returns a directory that this execution of the goal writes to.
     *
     * @param content what it holds, other than the other directories of the goal
     */
    OutputFolder folder(File directory, String content) {
        return new OutputFolder(directory.toPath(), own("-" + content + ".files"));
    }

    /** Returns the file in which this execution of the goal remembers its last run. */
    Path state() {
        return own(".state.json");
    }

    /** Two goals of one execution have files of their own. */
    private Path own(String ending) {
        return listDirectory.toPath().resolve(execution.getExecutionId() + "-" + execution.getGoal() + ending);
    }

    /** Returns the plugin's version. */
    String version() {
        return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
    }

    private Suppressions suppressions() throws MojoFailureException {
        try {
            return Suppressions.of(ignoredRules);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("ignoredRules: " + e.getMessage(), e);
        }
    }

    private void log(Finding finding) {
        switch (finding.severity()) {
            case ERROR -> getLog().error(finding.text());
            case WARNING -> getLog().warn(finding.text());
            case HINT -> getLog().info(finding.text());
        }
    }
}
