package dev.stepwright.server.cli;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.Diagnostic;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Findings as commands of a GitHub workflow, which shows them at their lines of a pull request; the last line counts them.
 *
 * @param directory what files are named from: the root of the repository
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow commands</a>
 */
record FindingsGithub(Path directory) implements FindingsFormat {
    @Override
    public void print(List<CheckedFile> files, PrintWriter out) {
        for (CheckedFile file : files) {
            String name = property(file.nameFrom(directory));
            file.findings().forEach(finding -> out.println(command(name, finding)));
        }
        if (!files.isEmpty()) {
            out.println(FindingsText.summary(files));
        }
    }

    private static String command(String file, Diagnostic finding) {
        return "::" + level(finding.severity()) + " file=" + file + ",line="
                + finding.position().line() + ",col=" + finding.position().column() + ",title="
                + property(finding.rule()) + "::" + data(finding.message());
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
