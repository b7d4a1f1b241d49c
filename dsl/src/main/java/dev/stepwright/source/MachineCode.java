package dev.stepwright.source;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A machine as an expression. */
final class MachineCode {
    /** Javac runs out of stack on chains of many calls. */
    private static final int MOST_CALLS = 100;

    private final StateMachineDefinition definition;
    private final String name;
    private final ClassParts parts;

    MachineCode(StateMachineDefinition definition, String name, ClassParts parts) {
        this.definition = definition;
        this.name = name;
        this.parts = parts;
    }

    /** Returns the machine as JSON, since it cannot be said otherwise. */
    Code json(String problem) {
        parts.raw(new JavaSource.Raw("", problem));
        Code type = Expressions.literal(Document.unknown().type());
        return Code.call("StateMachine.ofAsl", type, type, Literals.jsonText(definition.json()));
    }

    Code of(Documents documents) {
        Document document = documents.of(definition);
        String type = document.type();
        Code code = ordered(settings(Code.call("StateMachine.start", Expressions.literal(type))), type);
        if (!isValid()) {
            code = code.then(Code.call("unchecked"));
        }
        Flow flow = ScopeCode.of(definition, new StateCode(parts, definition, documents));
        for (Code element : flow.elements()) {
            code = code.then(Code.call("then", element));
        }
        return flow.kind() == Flow.Kind.OPEN ? code.then(Code.call("end")) : code;
    }

    private Code settings(Code start) {
        Code code = start;
        Rest rest = new Rest(definition.json());
        rest.drop("StartAt");
        rest.drop("States");
        QueryLanguage language = definition.queryLanguage();
        if (language == QueryLanguage.JSONPATH) {
            code = code.then(Code.call("queryLanguage", Code.word("QueryLanguage.JSONPATH")));
        } else {
            rest.take("QueryLanguage", value -> value.asString("").equals(language.text()));
        }
        Optional<String> comment = rest.takeString("Comment");
        if (comment.isPresent()) {
            code = code.then(Code.call("comment", Literals.string(comment.get())));
        }
        Optional<String> version = rest.takeString("Version");
        if (version.isPresent()) {
            code = code.then(Code.call("version", Literals.string(version.get())));
        }
        Optional<Integer> timeout = rest.takeInt("TimeoutSeconds", 1);
        if (timeout.isPresent()) {
            code = code.then(Code.call("timeout", Literals.duration(timeout.get())));
        }
        return rest.with(code);
    }

    /** Returns the machine with its states in the order of the definition, where the flow would give another one. */
    private Code ordered(Code machine, String type) {
        Code code = machine;
        int calls = 0;
        for (List<String> run : Reordering.of(definition)) {
            if (parts.isLarge() && ++calls > MOST_CALLS) {
                code = parts.method("ordered", new ClassParts.Part("NeedsEnd<" + type + ", " + type + ">", code));
                calls = 1;
            }
            List<Code> names = new ArrayList<>();
            run.subList(run.get(0).isEmpty() ? 1 : 0, run.size()).forEach(state -> names.add(Literals.string(state)));
            code = code.then(new Code.Call(run.get(0).isEmpty() ? "statesFirst" : "statesAfter", names));
        }
        return code;
    }

    private boolean isValid() {
        return Validator.validate(AslDocument.parseUnfilled(name, definition.toAsl())).stream()
                .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}
