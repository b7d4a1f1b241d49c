package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.edit.Quotes;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import tools.jackson.core.JsonPointer;

/**
 * A text that is being typed, in a definition whose other lines are there.
 *
 * @param document the definition as it will be when the line is complete: there the text is empty, or a member of that name is null
 * @param pointer where the text stands in it; of the name of a member that member
 * @param isName whether it is the name of a member
 * @param behind what is still missing behind a name
 * @param quotes around it
 * @param start of what is between the quotes, in the source
 * @param end of it
 * @param offset of the cursor
 */
record Typing(
        AslDocument document,
        JsonPointer pointer,
        boolean isName,
        String behind,
        Quotes quotes,
        int start,
        int end,
        int offset) {
    /** Returns what is typed at a place; nothing if no text can stand there, or the rest of the source is too broken to know. */
    static Optional<Typing> at(OpenText open, Position place) {
        int offset = open.tokens().offset(place);
        return (open.isYaml() ? new YamlTyping(open, place, offset).typing() : JsonTyping.at(open.text(), offset))
                .filter(typing -> typing.document().root().isObject());
    }

    /** Returns what stands between the opening quote and the cursor. */
    String before(String source) {
        return source.substring(start, offset);
    }
}
