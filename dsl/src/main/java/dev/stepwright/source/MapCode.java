package dev.stepwright.source;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.expression.JsonataMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Map states, as far as they differ from other states that do work. */
record MapCode(MapState state, StateCode scope, Rest rest, ActionData data) {
    private static final String UNKNOWN = Document.UNKNOWN;

    private Document item() {
        return scope.documents().items(state);
    }

    private boolean jsonata() {
        return data.language() == QueryLanguage.JSONATA;
    }

    /** Returns the state with its data. */
    Code code() {
        StateMachineDefinition processor =
                state.itemProcessor().orElseThrow(() -> new NotSayable("it has no item processor"));
        boolean old = isOld();
        rest.drop(old ? "Iterator" : "ItemProcessor");
        Document taken = scope.documents().of(processor);
        Distributed.Types types = new Distributed.Types(scope.type(), item().type(), taken.type());
        Distributed distributed = new Distributed(state, rest, scope.document(), types, data.language());
        Code flow = scope.inner(processor, 1);
        Optional<Code> selected = rest.take(selector(), JsonNode::isObject).map(value -> selected(value, taken));
        Code code;
        if (!old && state.isDistributed()) {
            code = distributed.map(() -> witnessed(items()), selected, flow);
        } else {
            Code items = state.json().has("MaxConcurrencyPath") ? witnessed(items()) : items();
            List<Code> arguments = new ArrayList<>(List.of(Literals.string(state.name()), items));
            selected.ifPresent(arguments::add);
            arguments.add(flow);
            code = distributed.concurrency(new Code.Call("map", arguments));
            code = old ? code.then(Code.call("iterator")) : code;
            code = old && !processor.json().has("ProcessorConfig") ? code : config(processor, code, old);
            code = data.given(code, items);
        }
        Code headed = ActionCode.header(processor, "/ItemProcessor/", code);
        return data.listed(headed);
    }

    private Code items() {
        boolean selects = state.json().has(selector());
        Optional<String> narrow =
                jsonata() ? Optional.empty() : rest.takeString("InputPath", path -> !selects || path.equals("$"));
        return narrow.map(path -> Expressions.within(path, list())).orElseGet(this::list);
    }

    /** Returns items that say what the input is, where calls follow that read it, but none that names it. */
    private Code witnessed(Code items) {
        if (!(items instanceof Code.Call call) || Expressions.reads(scope.type(), items)) {
            return items;
        }
        boolean whole = call.arguments().get(0).equals(Code.call("input"));
        String part = call.name().equals("within") ? (whole ? scope.type() : UNKNOWN) + ", " : "";
        String witness = "Dsl.<" + scope.type() + ", " + part + "List<" + item().type() + ">>";
        return new Code.Call(witness + call.name(), call.arguments());
    }

    /** Of the two names of what the processor takes, the one that goes with the name of the processor. */
    private String selector() {
        return isOld() ? "Parameters" : "ItemSelector";
    }

    private boolean isOld() {
        return !state.json().has("ItemProcessor");
    }

    private Code list() {
        String type = "List<" + item().type() + ">";
        Code list = Expressions.literal(type);
        Optional<String> path = jsonata() ? Optional.empty() : rest.takeString("ItemsPath");
        if (path.isPresent()) {
            return scope.document()
                    .path(path.get())
                    .filter(typed -> scope.document()
                                    .typeAt(path.get())
                                    .filter(type::equals)
                                    .isPresent()
                            && !state.json().has("InputPath"))
                    .orElseGet(() -> Code.call("jsonPath", Literals.string(path.get()), list));
        }
        Optional<JsonNode> items = jsonata() ? rest.take("Items", JsonataMarks::surround) : Optional.empty();
        return items.isPresent()
                ? Code.call("jsonata", Expressions.expression(items.get().stringValue()), list)
                : Code.call("inputAs", list);
    }

    private static Code config(StateMachineDefinition processor, Code code, boolean old) {
        JsonNode config = processor.json().path("ProcessorConfig");
        if (config.isMissingNode()) {
            return code.then(Code.call("without", Literals.string("/ItemProcessor/ProcessorConfig")));
        }
        boolean inline =
                !old && config.size() == 1 && config.path("Mode").asString("").equals("INLINE");
        return inline
                ? code
                : code.then(
                        Code.call("with", Literals.string("/ItemProcessor/ProcessorConfig"), Literals.value(config)));
    }

    /** What the processor takes, or what a batch of is what it takes. */
    private Code selected(JsonNode template, Document processor) {
        boolean batched = state.json().has("ItemBatcher") && state.isDistributed();
        String type = batched ? processor.typeAt("$.Items[0]").orElse(UNKNOWN) : processor.type();
        if (!data.isTyped(template) || state.json().has("InputPath")) {
            return Expressions.template(template, type, data.language());
        }
        Payload payload = Payload.ofItems(scope.document(), item());
        return payload.record(template, type)
                .orElseGet(() -> type.equals(UNKNOWN)
                        ? payload.code(template)
                        : Expressions.template(template, type, data.language()));
    }
}
