package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.SidecarSchemas;
import dev.stepwright.types.StateEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** A definition as the editor has it, saved or not. */
final class OpenDefinition {
    private final String uri;
    private final Path file;
    private final int version;
    private final String text;
    private final Tokens tokens;
    private @Nullable AslDocument document;
    private @Nullable JsonSyntaxException problem;

    /** @param uri the editor's name for it; of one that has no file yet the last part tells whether it is YAML */
    OpenDefinition(String uri, int version, String text) {
        this.uri = uri;
        this.file = file(uri);
        this.version = version;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.tokens = new Tokens(this.text);
        try {
            this.document = AslDocument.parse(file, this.text);
        } catch (JsonSyntaxException e) {
            this.problem = e;
        }
    }

    private static Path file(String uri) {
        if (uri.startsWith("file:///")) {
            return Path.of(URI.create(uri));
        }
        // It is elsewhere, or nowhere yet: nothing can be read beside it.
        return Path.of(uri.replaceFirst(".*[/:]", ""));
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

    Tokens tokens() {
        return tokens;
    }

    boolean isYaml() {
        return file.toString().matches("(?s).*\\.ya?ml");
    }

    /** Returns why it cannot be read; nothing if it can. */
    Optional<JsonSyntaxException> problem() {
        return Optional.ofNullable(problem);
    }

    /** Returns what was read, if that could be. */
    Optional<AslDocument> document() {
        return Optional.ofNullable(document);
    }

    /** Returns the definition, if it can be read and is an object. */
    Optional<StateMachineDefinition> definition() {
        return document().filter(read -> read.root().isObject()).map(AslDocument::definition);
    }

    /** Returns what the schemas beside a definition say, as it is now. */
    KnownShapes known(StateMachineDefinition definition) {
        if (!Files.exists(file)) {
            return KnownShapes.NONE;
        }
        try {
            return SidecarSchemas.read(file, definition).known();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what each state of a definition that stands here starts with. */
    Map<JsonPointer, StateEntry> entries(StateMachineDefinition definition) {
        return DataFlow.entries(definition, known(definition));
    }
}
