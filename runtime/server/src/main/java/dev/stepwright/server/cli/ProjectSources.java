package dev.stepwright.server.cli;

import dev.stepwright.codegen.schema.Finding;
import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.SourceFolder;
import dev.stepwright.codegen.source.Templates;
import dev.stepwright.json.FileProblems;
import dev.stepwright.validation.DiagnosticText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The definitions and schemas of a project that a build does something with, in one folder as the Maven plugin has them. */
final class ProjectSources {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "src/main/asl",
            showDefaultValue = Visibility.ALWAYS,
            description = "The folder of the definitions and schemas, subfolders included. It may be missing.")
    private Path directory = Path.of("");

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description =
                    "A template of CloudFormation, SAM or the CDK, serverless.yml, Terraform source or one of its plans in JSON. Its state machines are read as if they were in the folder; repeatable.")
    private List<Path> templates = List.of();

    @Option(
            names = "--exported",
            paramLabel = "DIR",
            description = "The folder that export writes to; a definition there that a template names is not a source.")
    private @Nullable Path exported;

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description =
                    "Jars, or folders of classes, with schemas that a $ref may name by classpath:/path or by $id.")
    private ClassPath classPath = ClassPath.NONE;

    @Option(
            names = "--machine",
            paramLabel = "PLACEHOLDER=NAME",
            split = ",",
            description =
                    "The machine that a placeholder stands for where a task starts one: ShippingArn=shipping means that"
                            + " $${ShippingArn} is the machine in shipping.asl.json.")
    private Map<String, String> machines = Map.of();

    @Mixin
    private GivenValues values = new GivenValues();

    @Mixin
    private IgnoredRules ignored = new IgnoredRules();

    @Option(names = "--fail-on-warning", description = "Warnings fail the command, as errors do.")
    private boolean isStrict;

    /** What a command does with the sources. */
    interface Work {
        /**
         * Does it, unless the findings stop it.
         *
         * @return what was done, in one line
         */
        String run(SourceFolder sources, Findings findings) throws IOException;
    }

    /**
     * Does a command's work and tells what was found in the sources.
     *
     * @return the exit code
     */
    int run(CommandLine line, Work work) throws Refusal {
        Findings findings = new Findings(isStrict, ignored.of(line));
        SourceFolder sources = new SourceFolder(
                directory, new Templates(templates, exported), classPath.entries(), machines, values.all());
        try {
            String done = work.run(sources, findings);
            tell(findings, line.getErr());
            if (findings.stopTheBuild()) {
                throw new Refusal(findings.counts());
            }
            line.getOut().println(done + findings.suppressedToo());
            line.getOut().flush();
            return ExitCode.OK;
        } catch (IOException e) {
            throw new Refusal(FileProblems.of(e));
        }
    }

    /** Prints each finding as compilers do, with its line of the text. */
    private static void tell(Findings findings, PrintWriter err) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        for (Finding finding : findings.sorted()) {
            Path file = finding.file();
            String name = (file.startsWith(here) ? here.relativize(file) : file).toString();
            String text = Files.isRegularFile(file) ? Files.readString(file) : "";
            DiagnosticText.of(name, text)
                    .withSource(finding.diagnostic())
                    .lines()
                    .forEach(err::println);
        }
    }
}
