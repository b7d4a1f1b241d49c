package dev.stepwright.lsp;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.edit.NewState;
import dev.stepwright.asl.edit.Quotes;
import dev.stepwright.expression.IntrinsicFunction;
import dev.stepwright.expression.TemplateKey;
import dev.stepwright.lsp.Typing.Typed;
import dev.stepwright.types.KnownPaths.KnownPath;
import dev.stepwright.types.StateEntry;
import dev.stepwright.types.service.Parameters;
import dev.stepwright.validation.KnownFields;
import dev.stepwright.validation.KnownFields.FieldType;
import dev.stepwright.validation.KnownFields.KnownField;
import dev.stepwright.validation.machine.JsonataNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import tools.jackson.core.JsonPointer;

/** What can stand in the string in which the cursor is. */
final class Completion {
    /** A path or a variable that ends at the typing. */
    private static final Pattern PATH = Pattern.compile("\\$[\\w$.\\[\\]'`-]*$");

    /** A typing without texts that ends with the beginning of the name of an intrinsic function, or where one can begin. */
    private static final Pattern FUNCTION = Pattern.compile("(?:[^']*[(,])? *(States\\.\\w*|\\w*)");

    /** A text in a call of an intrinsic function, as it stands in a string. */
    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]++|\\\\++[^\\\\])*+'");

    private final OpenText open;
    private final Typing typing;
    private final Typed typed;
    private final int cursor;
    private final StateMachineDefinition definition;
    private final Map<JsonPointer, KnownFields> known;
    private final List<CompletionItem> items = new ArrayList<>();

    private Completion(OpenText open, Position cursor, Typing typing) {
        this.open = open;
        this.typing = typing;
        this.typed = typing.typed();
        this.cursor = Math.max(typed.start(), open.tokens().offset(cursor));
        this.definition = typing.definition().machine();
        this.known = KnownFields.of(typing.definition().document());
    }

    /** Returns what is offered; nothing where no text is typed. */
    static List<CompletionItem> of(OpenText open, Position cursor) {
        return Typing.at(open, cursor)
                .map(typing -> new Completion(open, cursor, typing).items())
                .orElse(List.of());
    }

    private List<CompletionItem> items() {
        if (typed.isName()) {
            JsonPointer holder = typing.pointer().head();
            Optional.ofNullable(known.get(holder))
                    .ifPresentOrElse(
                            this::addNames,
                            () -> Optional.ofNullable(ServiceParameters.of(
                                                    typing.definition().document())
                                            .get(holder))
                                    .ifPresent(taken -> addParameters(holder, taken)));
            return items;
        }
        Optional<KnownField> field =
                field(typing.pointer()).or(() -> field(typing.pointer().head()));
        field.ifPresent(this::addWords);
        state().ifPresent(state -> {
            addPaths(state, field);
            addIntrinsics(state);
        });
        return items;
    }

    /** Returns the field that stands at a place. */
    private Optional<KnownField> field(JsonPointer at) {
        KnownFields holder = at.matches() ? null : known.get(at.head());
        return holder == null
                ? Optional.empty()
                : holder.fields().stream()
                        .filter(field -> field.name().equals(at.last().getMatchingProperty()))
                        .findFirst();
    }

    private static String type(State state) {
        return state.text("Type").orElse("");
    }

    /** Offers the fields that are not there yet. */
    private void addNames(KnownFields fields) {
        for (KnownField field : fields.fields()) {
            if (!fields.json().has(field.name())) {
                CompletionItem item = item(field.name(), CompletionItemKind.Property);
                item.setDetail(field.isRequired() ? "required" : "");
                item.setDocumentation(field.description());
                item.setTextEdit(Either.forLeft(new TextEdit(inQuotes(), field.name() + typed.behind())));
                items.add(item);
            }
        }
    }

    /** Offers the parameters that are not there yet, those that the service needs before the others. */
    private void addParameters(JsonPointer holder, Parameters taken) {
        Set<String> given = typing.definition().document().root().at(holder).propertyNames().stream()
                .map(name -> TemplateKey.of(name).name())
                .collect(Collectors.toSet());
        String written = open.text().substring(typed.start(), typed.end());
        String suffix = TemplateKey.of(written).isDynamic() ? ".$" : "";
        Stream.of(true, false)
                .flatMap(isRequired -> taken.members().keySet().stream()
                        .filter(name -> taken.required().contains(name) == isRequired))
                .filter(name -> !given.contains(name))
                .forEach(name -> {
                    CompletionItem item = item(name, CompletionItemKind.Property);
                    String kind =
                            Objects.requireNonNull(taken.members().get(name)).noun();
                    item.setDetail(kind + (taken.required().contains(name) ? ", required" : ""));
                    item.setTextEdit(Either.forLeft(new TextEdit(inQuotes(), name + suffix + typed.behind())));
                    items.add(item);
                });
    }

    private void addWords(KnownField field) {
        field.words().forEach(word -> add(word, CompletionItemKind.EnumMember, ""));
        field.suggestions().forEach(text -> add(text, CompletionItemKind.Value, ""));
        if (field.name().equals("Type")) {
            Arrays.stream(NewState.values()).forEach(kind -> add(kind.type(), CompletionItemKind.EnumMember, ""));
        }
        if (field.type() == FieldType.STATE) {
            scope(field.name())
                    .states()
                    .values()
                    .forEach(state -> add(state.name(), CompletionItemKind.Reference, type(state)));
        }
    }

    /** A machine's first state is one of its own; any other target is one of those beside the state. */
    private StateMachineDefinition scope(String field) {
        JsonPointer at = typing.pointer();
        return definition.scopes().stream()
                .filter(scope ->
                        field.equals("StartAt") ? scope.pointer().equals(at.head()) : isIn(at, scope.pointer()))
                .reduce(definition, (outer, inner) -> inner);
    }

    private static boolean isIn(JsonPointer inner, JsonPointer outer) {
        return (inner + "/").startsWith(outer + "/");
    }

    private Optional<State> state() {
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(state -> isIn(typing.pointer(), state.pointer()))
                .reduce((outer, inner) -> inner);
    }

    private void addPaths(State state, Optional<KnownField> field) {
        Matcher path = PATH.matcher(open.text().substring(typed.start(), cursor));
        boolean isBegun = path.find();
        boolean isPath = field.isPresent() && field.get().type() == FieldType.PATH;
        if (!isBegun && !(isPath && cursor == typed.start())) {
            return;
        }
        int from = isBegun ? typed.start() + path.start() : cursor;
        QueryLanguage language = state.queryLanguage(definition.queryLanguage());
        boolean isMarked = language == QueryLanguage.JSONPATH || isInExpression();
        if (!isMarked && (from > typed.start() || cursor < typed.end())) {
            return;
        }
        boolean isPart = typed.quotes() == Quotes.NONE && from > typed.start();
        Range range = new Range(open.tokens().place(from), open.tokens().place(cursor));
        UnaryOperator<String> written = read -> {
            String marked = isMarked ? read : "{% " + read + " %}";
            return isPart ? marked : typed.quotes().within(marked);
        };
        StateEntry entry = typing.definition().entries().getOrDefault(state.pointer(), StateEntry.UNKNOWN);
        ReadablePaths readable = new ReadablePaths(typing.definition(), state, typing.pointer(), entry);
        for (KnownPath known : readable.paths(isBegun ? path.group() : "")) {
            CompletionItem item = item(known.path(), CompletionItemKind.Field);
            item.setDetail(known.kind());
            item.setTextEdit(Either.forLeft(new TextEdit(range, written.apply(known.path()))));
            items.add(item);
        }
        if (language == QueryLanguage.JSONATA && isBegun && path.group().indexOf('.') < 0) {
            JsonataNames.FUNCTIONS.stream()
                    .filter(name -> !name.equals("eval")) // Step Functions has none
                    .map(name -> "$" + name)
                    .sorted()
                    .forEach(name -> addFunction(name, new TextEdit(range, written.apply(name + "()"))));
        }
    }

    /** Returns whether the typing is between the marks of a JSONata expression. */
    private boolean isInExpression() {
        String before = open.text().substring(typed.start(), cursor);
        return before.lastIndexOf("{%") > before.lastIndexOf("%}");
    }

    /** A member whose name ends with {@code .$} is a path or calls a function. */
    private void addIntrinsics(State state) {
        String before = open.text().substring(typed.start(), cursor);
        Matcher word = FUNCTION.matcher(LITERAL.matcher(before).replaceAll(""));
        boolean isDynamic = TemplateKey.of(
                        Objects.requireNonNullElse(typing.pointer().last().getMatchingProperty(), ""))
                .isDynamic();
        if (isDynamic && state.queryLanguage(definition.queryLanguage()) == QueryLanguage.JSONPATH && word.matches()) {
            int from = cursor - word.group(1).length();
            Range range = new Range(open.tokens().place(from), open.tokens().place(cursor));
            Arrays.stream(IntrinsicFunction.values())
                    .map(IntrinsicFunction::asl)
                    .forEach(name -> addFunction(name, new TextEdit(range, name + "()")));
        }
    }

    private void addFunction(String name, TextEdit edit) {
        CompletionItem item = item(name, CompletionItemKind.Function);
        item.setTextEdit(Either.forLeft(edit));
        items.add(item);
    }

    private void add(String text, CompletionItemKind kind, String detail) {
        CompletionItem item = item(text, kind);
        item.setDetail(detail);
        item.setTextEdit(Either.forLeft(new TextEdit(inQuotes(), typed.quotes().within(text))));
        items.add(item);
    }

    private Range inQuotes() {
        return new Range(open.tokens().place(typed.start()), open.tokens().place(typed.end()));
    }

    /** The first of them comes first, whatever the alphabet says. */
    private CompletionItem item(String label, CompletionItemKind kind) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        item.setSortText("%03d".formatted(items.size()));
        item.setFilterText(label);
        return item;
    }
}
