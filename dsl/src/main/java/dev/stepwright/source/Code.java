package dev.stepwright.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A Java expression that is still to be laid out. */
sealed interface Code {
    /** Something that is always on one line. */
    record Word(String text) implements Code {}

    /** A text block; the lines of what it holds, escaped. */
    record Block(List<String> lines) implements Code {}

    /** Calls on each other's results, the first one on a receiver, which may be a call without a receiver itself. */
    record Chain(Code head, List<Call> calls) implements Code {}

    /** A call; the name may have type arguments before it. */
    record Call(String name, List<Code> arguments) implements Code {}

    static Code word(String text) {
        return new Word(text);
    }

    static Call call(String name, Code... arguments) {
        return new Call(name, List.of(arguments));
    }

    /** Returns this expression and a call on its result. */
    default Chain then(Call next) {
        if (this instanceof Chain chain) {
            List<Call> calls = new ArrayList<>(chain.calls);
            calls.add(next);
            return new Chain(chain.head, calls);
        }
        return new Chain(this, List.of(next));
    }

    /** Returns the expression on one line; empty if it has a text block. */
    default Optional<String> flat() {
        if (this instanceof Word word) {
            return Optional.of(word.text);
        }
        if (this instanceof Block) {
            return Optional.empty();
        }
        if (this instanceof Call call) {
            List<String> arguments = new ArrayList<>();
            for (Code argument : call.arguments) {
                Optional<String> text = argument.flat();
                if (text.isEmpty()) {
                    return text;
                }
                arguments.add(text.get());
            }
            return Optional.of(call.name + arguments.stream().collect(Collectors.joining(", ", "(", ")")));
        }
        Chain chain = (Chain) this;
        Optional<String> text = chain.head.flat();
        for (Call call : chain.calls) {
            text = text.flatMap(before -> call.flat().map(after -> before + "." + after));
        }
        return text;
    }

    /** Returns how many calls there are in the expression. */
    default int size() {
        int[] size = {0};
        eachCall(call -> size[0]++);
        return size[0];
    }

    /** Visits the calls in the expression in their order. */
    default void eachCall(Consumer<Call> visitor) {
        if (this instanceof Call call) {
            visitor.accept(call);
            call.arguments.forEach(argument -> argument.eachCall(visitor));
        } else if (this instanceof Chain chain) {
            chain.head.eachCall(visitor);
            chain.calls.forEach(call -> call.eachCall(visitor));
        }
    }

    /** Returns how many accessors of records there are in the expression. */
    default int accessors() {
        int[] accessors = {0};
        eachCall(call -> call.arguments.forEach(
                argument -> accessors[0] += argument instanceof Word word && word.text.contains("::") ? 1 : 0));
        return accessors[0];
    }

    /** Adds the words of the expression, without its texts. */
    default void addWords(StringBuilder out) {
        if (this instanceof Word word) {
            out.append(word.text.startsWith("\"") ? "" : word.text).append(' ');
        } else if (this instanceof Call call) {
            out.append(call.name).append(' ');
            call.arguments.forEach(argument -> argument.addWords(out));
        } else if (this instanceof Chain chain) {
            chain.head.addWords(out);
            chain.calls.forEach(call -> call.addWords(out));
        }
    }
}
