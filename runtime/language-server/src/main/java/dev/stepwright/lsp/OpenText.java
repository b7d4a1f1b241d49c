package dev.stepwright.lsp;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.SidecarSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * A text as the editor has it, saved or not: a definition, or a template with some. It is read when something is asked of it, once, by
 * whichever thread asks first.
 */
final class OpenText {
    private final String uri;
    private final Path file;
    private final int version;
    private final String sent;
    private final String text;
    private final Object checking = new Object();
    private @Nullable Tokens tokens;
    private boolean isRead;
    private @Nullable Definitions read;
    private @Nullable List<OpenDefinition> definitions;
    private @Nullable List<Found> findings;

    /** @param uri the editor's name for it; of one that has no file yet the last part tells whether it is YAML */
    OpenText(String uri, int version, String sent) {
        this.uri = uri;
        this.file = file(uri);
        this.version = version;
        this.sent = sent;
        this.text = sent.startsWith("\uFEFF") ? sent.substring(1) : sent;
    }

    private static Path file(String uri) {
        if (uri.startsWith("file:///")) {
            // Some editors leave blanks as they are.
            return Path.of(URI.create(uri.replace(" ", "%20")));
        }
        // It is elsewhere, or nowhere yet: nothing can be read beside it.
        return Path.of(uri.replaceFirst(".*[/:]", ""));
    }

    /** Returns the same text, for which all is read again that belongs to it. */
    OpenText again() {
        return with(sent);
    }

    /** Returns the text after some changes, of which each counts places as the one before has left them. */
    OpenText changed(int next, List<TextDocumentContentChangeEvent> changes) {
        String changed = sent;
        for (TextDocumentContentChangeEvent change : changes) {
            changed = changed(changed, change);
        }
        return new OpenText(uri, next, changed);
    }

    private static String changed(String text, TextDocumentContentChangeEvent change) {
        if (change.getRange() == null) {
            return change.getText();
        }
        Tokens tokens = new Tokens(text);
        return text.substring(0, tokens.offset(change.getRange().getStart()))
                + change.getText()
                + text.substring(tokens.offset(change.getRange().getEnd()));
    }

    /** Returns another text in its place. */
    OpenText with(String other) {
        return new OpenText(uri, version, other);
    }

    String uri() {
        return uri;
    }

    Path file() {
        return file;
    }

    int version() {
        return version;
    }

    String text() {
        return text;
    }

    synchronized Tokens tokens() {
        if (tokens == null) {
            tokens = new Tokens(text);
        }
        return tokens;
    }

    boolean isYaml() {
        return file.toString().matches("(?s).*\\.ya?ml");
    }

    boolean isTerraform() {
        return file.toString().endsWith(".tf");
    }

    /** Returns what is in it; nothing if it is some other file. */
    synchronized Optional<Definitions> read() {
        if (!isRead) {
            read = reading().orElse(null);
            isRead = true;
        }
        return Optional.ofNullable(read);
    }

    private Optional<Definitions> reading() {
        try {
            if (!Definitions.mayBeOther(file) || Definitions.areIn(file, text)) {
                return Optional.of(Definitions.of(file, text));
            }
            return text.contains("StartAt")
                    ? Optional.of(Definitions.of(file, text)).filter(OpenText::isOfStates)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // A template without a machine.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfStates(Definitions all) {
        return all.broken().isEmpty()
                && all.machines().stream()
                        .allMatch(machine -> machine.document().root().has("States"));
    }

    /** Returns the definitions that stand in the text itself and are objects. */
    synchronized List<OpenDefinition> definitions() {
        if (definitions == null) {
            definitions = read().stream()
                    .flatMap(all -> all.machines().stream())
                    .filter(this::isHere)
                    .filter(machine -> machine.document().root().isObject())
                    .map(machine -> new OpenDefinition(this, machine))
                    .toList();
        }
        return definitions;
    }

    /** Returns whether a definition stands in the text, and not in another file that it names. */
    boolean isHere(PlacedDefinition machine) {
        return machine.document().name().equals(file.toString());
    }

    /** Returns the definition that a place is in, or behind: of some it is not known where they end. */
    Optional<OpenDefinition> at(Position place) {
        return definitions().stream()
                .filter(definition -> Tokens.ORDER.compare(definition.start(), place) <= 0)
                .max(Comparator.comparing(OpenDefinition::start, Tokens.ORDER));
    }

    /** Returns what is wrong; what is asked of the text meanwhile does not wait for it. */
    List<Found> findings() {
        synchronized (checking) {
            if (findings == null) {
                findings = Findings.of(this);
            }
            return findings;
        }
    }

    /** Returns what the schemas beside a definition say, as it is now. */
    KnownShapes known(Path home, StateMachineDefinition definition) {
        if (!Files.exists(file)) {
            return KnownShapes.NONE;
        }
        try {
            return SidecarSchemas.read(home, definition).known();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
