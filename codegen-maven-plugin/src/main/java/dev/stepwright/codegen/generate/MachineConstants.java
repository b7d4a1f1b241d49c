package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.code.Claims;
import dev.stepwright.codegen.generate.code.Claims.Claimant;
import dev.stepwright.codegen.generate.code.Docs;
import dev.stepwright.codegen.generate.code.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import tools.jackson.core.JsonPointer;

/** The names in a machine as constants: its states, and the errors that its Fail states end with. */
record MachineConstants(Machine machine) {
    private static final String STATES = "State";
    private static final String ERRORS = "Errors";

    /** Claims the names of the constants. */
    void claim(ClassName workflow, Claims claims) {
        for (Named named : named()) {
            claims.claimMember(
                    workflow.nestedClass(STATES),
                    named.constant,
                    claimant("the state \"" + named.state.name() + "\"", named.state));
        }
        errors().forEach((error, state) -> claims.claimMember(
                workflow.nestedClass(ERRORS), errorConstant(error), claimant("the error \"" + error + "\"", state)));
    }

    private Claimant claimant(String what, State state) {
        return new Claimant(what, machine.path(), machine.document().keyPosition(state.pointer()));
    }

    private record Named(State state, String constant) {}

    /**
     * Returns the states with their constants. Of those that would have the same, all but a Task are told apart by their types, {@code SEND_CHOICE}
     * beside {@code SEND}, and those of one type by their signs: {@code SEND_QUESTION_MARK}.
     */
    private List<Named> named() {
        Map<String, List<State>> alike = machine.states().stream()
                .collect(Collectors.groupingBy(state -> Names.constant(machine.called(state))));
        return machine.states().stream()
                .map(state -> named(state, alike.getOrDefault(Names.constant(machine.called(state)), List.of())))
                .toList();
    }

    /** @param alike the states that would have the same constant, itself included */
    private Named named(State state, List<State> alike) {
        String constant = Names.constant(machine.called(state));
        boolean isToldByType =
                alike.stream().filter(each -> type(each).equals(type(state))).count() == 1;
        if (alike.size() == 1 || state instanceof TaskState) {
            return new Named(state, constant);
        }
        return new Named(
                state,
                isToldByType
                        ? constant + "_" + Names.constant(type(state))
                        : Names.constant(Names.spelt(machine.called(state))));
    }

    private static String type(State state) {
        return state.text("Type").orElse("");
    }

    /** Returns the errors of Fail states, each with the first of its states. */
    private Map<String, State> errors() {
        Map<String, State> errors = new LinkedHashMap<>();
        for (State state : machine.states()) {
            if (state instanceof FailState fail) {
                fail.text("Error").ifPresent(error -> errors.putIfAbsent(error, fail));
            }
        }
        return errors;
    }

    /** Two errors whose constants would be one are spelt as they are: {@code NotPaid} and {@code Not_Paid}. */
    private String errorConstant(String error) {
        String constant = Names.constant(error);
        boolean isAlone = errors().keySet().stream()
                        .filter(each -> Names.constant(each).equals(constant))
                        .count()
                == 1;
        String spelt = error.replaceAll("[^\\p{L}\\p{Nd}]+", "_");
        return isAlone || !SourceVersion.isName(spelt) ? constant : spelt;
    }

    List<TypeSpec> types() {
        List<TypeSpec> types = new ArrayList<>();
        types.add(states());
        if (!errors().isEmpty()) {
            types.add(errorConstants());
        }
        return types;
    }

    private TypeSpec states() {
        TypeSpec.Builder spec = TypeSpec.enumBuilder(STATES)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The states of the machine, those of branches and iterations included.\n")
                .addField(String.class, "stateName", Modifier.PRIVATE, Modifier.FINAL)
                .addField(String.class, "path", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "stateName")
                        .addParameter(String.class, "path")
                        .addStatement("this.stateName = stateName")
                        .addStatement("this.path = path")
                        .build())
                .addMethod(MethodSpec.methodBuilder("stateName")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addJavadoc("Returns the name in the definition.\n")
                        .addStatement("return stateName")
                        .build())
                .addMethod(MethodSpec.methodBuilder("path")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addJavadoc(
                                "Returns the names of the states around it and its own, with slashes between them.\n")
                        .addStatement("return path")
                        .build());
        for (Named named : named()) {
            spec.addEnumConstant(
                    named.constant,
                    TypeSpec.anonymousClassBuilder("$S, $S", named.state.name(), path(named.state))
                            .build());
        }
        return spec.build();
    }

    private static String path(State state) {
        List<String> names = new ArrayList<>();
        // A pointer goes /States/NAME, then by the field of a scope, with an index in a Parallel, to the next
        // /States/NAME.
        for (JsonPointer rest = state.pointer(); !rest.matches(); rest = rest.tail()) {
            if (rest.getMatchingProperty().equals("States")) {
                rest = rest.tail();
                names.add(rest.getMatchingProperty());
            }
        }
        return String.join("/", names);
    }

    private TypeSpec errorConstants() {
        TypeSpec.Builder spec = TypeSpec.classBuilder(ERRORS)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The errors that the machine's Fail states end with.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        errors().forEach((error, state) -> spec.addField(
                FieldSpec.builder(String.class, errorConstant(error), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("Of the state \"$L\".\n", Docs.escape(state.name()))
                        .initializer("$S", error)
                        .build()));
        return spec.build();
    }
}
