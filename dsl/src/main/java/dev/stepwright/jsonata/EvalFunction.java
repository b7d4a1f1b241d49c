package dev.stepwright.jsonata;

import dev.stepwright.jsonata.code.EvalPlace;
import dev.stepwright.jsonata.code.Frame;
import dev.stepwright.jsonata.compile.CompiledCode;
import dev.stepwright.jsonata.compile.Compiler;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.syntax.Parser;
import dev.stepwright.jsonata.syntax.ProblemList;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.NativeFunction;
import tools.jackson.databind.JsonNode;

/** {@code $eval}: a string as an expression, within the bounds of the evaluation that it stands in. */
final class EvalFunction {
    private final FunctionLibrary library;

    private EvalFunction(FunctionLibrary library) {
        this.library = library;
    }

    static NativeFunction of(FunctionLibrary library) {
        EvalFunction function = new EvalFunction(library);
        return new NativeFunction("eval", "<sx?:x>", function::eval);
    }

    private JsonNode eval(JsonNode[] arguments, JsonNode context, Evaluation evaluation) {
        if (arguments[0].isMissingNode()) {
            return arguments[0];
        }
        String text = arguments[0].stringValue();
        evaluation.chargeText(text.length() * 64L);
        evaluation.enter();
        JsonNode input = arguments[1].isMissingNode() ? context : arguments[1];
        // Called by another function, the text sees no variables; it stands nowhere in the expression.
        EvalPlace place = evaluation.place() instanceof EvalPlace known ? known : nowhere(evaluation);
        JsonNode result = run(compile(text, place), place, input);
        evaluation.leave();
        return result;
    }

    private static EvalPlace nowhere(Evaluation evaluation) {
        return new EvalPlace(Compiler.outermostScope(), Frame.outermost(evaluation, 0));
    }

    private CompiledCode compile(String text, EvalPlace place) {
        ProblemList problems = new ProblemList();
        Syntax syntax = Parser.parse(text, problems);
        CompiledCode code = problems.isEmpty() ? Compiler.compileAt(place, syntax, library::function, problems) : null;
        JsonataException wrong = problems.first();
        if (code == null || wrong != null) {
            throw JsonataException.of("D3120", wrong == null ? "" : wrong.getMessage());
        }
        return code;
    }

    private static JsonNode run(CompiledCode code, EvalPlace place, JsonNode input) {
        try {
            return code.runAt(place, input);
        } catch (JsonataException failed) {
            boolean bound = failed.code().startsWith("U") || failed.code().equals("D1012");
            throw bound ? failed : JsonataException.of("D3121", failed.getMessage());
        }
    }
}
