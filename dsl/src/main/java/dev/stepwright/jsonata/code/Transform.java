package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.BuiltObject;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.FunctionValue;
import dev.stepwright.jsonata.value.NativeFunction;
import dev.stepwright.jsonata.value.Undefined;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** <code>|pattern|update, delete|</code>: a function from a value to a copy of it with the places that match changed. */
public final class Transform extends Code {
    private final Code pattern;
    private final Code update;
    private final @Nullable Code delete;
    private final Code clone;
    private final int position;

    /** @param clone gives the function that copies, {@code $clone} unless the expression binds that name anew */
    public Transform(Code[] pattern, @Nullable Code delete, Code clone, int position) {
        this.pattern = pattern[0];
        this.update = pattern[1];
        this.delete = delete;
        this.clone = clone;
        this.position = position;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return new NativeFunction(
                "transform",
                "<(oa):o>",
                (arguments, context, evaluation) -> transform(arguments[0], frame, evaluation));
    }

    private JsonNode transform(JsonNode value, Frame frame, Evaluation evaluation) {
        if (value.isMissingNode()) {
            return value;
        }
        if (!(clone.eval(value, frame) instanceof FunctionValue copier)) {
            throw JsonataException.of("T2013").at(position, "|");
        }
        evaluation.enter();
        JsonNode copy = evaluation.call(copier, Undefined.VALUE, value);
        JsonNode matches = pattern.eval(copy, frame);
        if (matches.isArray()) {
            for (int i = 0; i < matches.size(); i++) {
                evaluation.step();
                change(matches.get(i), frame, evaluation);
            }
        } else if (!matches.isMissingNode()) {
            change(matches, frame, evaluation);
        }
        evaluation.leave();
        return copy;
    }

    private void change(JsonNode match, Frame frame, Evaluation evaluation) {
        JsonNode changes = update.eval(match, frame);
        if (!changes.isMissingNode()) {
            if (!changes.isObject()) {
                throw JsonataException.of("T2011", changes).at(position, "|");
            }
            if (match instanceof BuiltObject object) {
                evaluation.chargeMembers(changes.size());
                changes.properties().forEach(member -> object.members().put(member.getKey(), member.getValue()));
            }
        }
        if (delete != null) {
            delete(match, delete.eval(match, frame));
        }
    }

    private void delete(JsonNode match, JsonNode names) {
        if (names.isMissingNode()) {
            return;
        }
        for (int i = 0; i < (names.isArray() ? names.size() : 1); i++) {
            JsonNode name = names.isArray() ? names.get(i) : names;
            if (!name.isString()) {
                throw JsonataException.of("T2012", names).at(position, "|");
            }
        }
        for (int i = 0; i < (names.isArray() ? names.size() : 1); i++) {
            JsonNode name = names.isArray() ? names.get(i) : names;
            if (match instanceof BuiltObject object) {
                object.members().remove(name.stringValue());
            }
        }
    }
}
