package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.edit.Quotes;
import dev.stepwright.json.Position;
import dev.stepwright.validation.KnownFields;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A text that is being typed, in a definition whose other lines are there.
 *
 * @param definition as it will be when the line is complete: there the text is empty, or a member of that name is null
 * @param pointer where the text stands in it; of the name of a member that member
 * @param typed what is there so far
 */
record Typing(OpenDefinition definition, JsonPointer pointer, Typed typed) {
    /**
     * What is typed so far, and what it may become.
     *
     * @param completed all of the source as it would be then
     * @param at where the empty text starts in it, or the name of the member that is null
     * @param isName whether it is the name of a member
     * @param behind what is still missing behind a name
     * @param quotes around it
     * @param start of what is between the quotes, in the source as it is
     * @param end of it
     */
    record Typed(String completed, int at, boolean isName, String behind, Quotes quotes, int start, int end) {}

    /** Returns what is typed at a place; nothing if no text can stand there, or the rest of the source is too broken to know. */
    static Optional<Typing> at(OpenText open, org.eclipse.lsp4j.Position cursor) {
        return Stream.concat(LineTyping.at(open, cursor), StringTyping.at(open, cursor))
                .flatMap(typed -> in(open, typed).stream())
                .findFirst();
    }

    private static Optional<Typing> in(OpenText open, Typed typed) {
        OpenText completed = open.with(typed.completed());
        Position place = Tokens.position(completed.tokens().place(typed.at()));
        return completed.definitions().stream()
                .flatMap(definition -> pointer(definition.document(), typed.isName(), place)
                        .map(pointer -> new Typing(definition, pointer, typed))
                        .stream())
                .findFirst();
    }

    private static Optional<JsonPointer> pointer(AslDocument document, boolean isName, Position place) {
        return isName ? name(document, place) : string(document, JsonPointer.empty(), place);
    }

    /** Returns the member whose name stands at a place, in an object of which it is known what it can have. */
    private static Optional<JsonPointer> name(AslDocument document, Position place) {
        return Stream.concat(
                        KnownFields.of(document).keySet().stream(), ServiceParameters.of(document).keySet().stream())
                .flatMap(object -> members(object, document.root().at(object)))
                .filter(member -> document.keyPosition(member).equals(place))
                .findFirst();
    }

    /** Returns the string that stands at a place, within a value. */
    private static Optional<JsonPointer> string(AslDocument document, JsonPointer within, Position place) {
        JsonNode value = document.root().at(within);
        return value.isString()
                ? Optional.of(within).filter(string -> document.position(string).equals(place))
                : members(within, value)
                        .flatMap(member -> string(document, member, place).stream())
                        .findFirst();
    }

    private static Stream<JsonPointer> members(JsonPointer at, JsonNode value) {
        return value.isArray()
                ? IntStream.range(0, value.size()).mapToObj(at::appendIndex)
                : value.propertyNames().stream().map(at::appendProperty);
    }
}
