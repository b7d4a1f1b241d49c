package dev.stepwright.dsl;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JavaValues;
import dev.stepwright.validation.Suppressions;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.TypeFactory;

/**
 * A complete state machine: it takes an I and ends with an O. What the compiler cannot check was checked when it was made.
 * Immutable.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public final class StateMachine<I, O> {
    private final Node root;
    private final MachineSettings settings;
    private final Handlers handlers;
    private final StateMachineDefinition definition;
    private final JavaType output;

    private StateMachine(Node root, MachineSettings settings) {
        this.root = root;
        this.settings = settings;
        Problems problems = new Problems();
        ObjectNode json = header(settings, problems);
        Scope scope = Scope.of(root, problems);
        TaskCalls calls = new TaskCalls(this::resource, settings.resources().lambdaInvoke());
        new StateWriter(settings.language(), calls, problems).write(scope, json);
        settings.original().fields().writeTo(json);
        settings.original().order().apply(json, problems);
        this.output = TypeFlow.output(scope, input(), problems);
        this.handlers = Handlers.of(scope, this::resource, problems);
        VariableFlow.check(scope, problems);
        ContextReadings.check(scope, input(), problems);
        LanguageReadings.check(scope, settings.language(), problems);
        problems.throwIfAny();
        this.definition = StateMachineDefinition.of(json);
        if (settings.original().checked()) {
            DefinitionRules.check(definition, settings.original().ignored(), problems);
            problems.throwIfAny();
        }
    }

    private StateMachine(StateMachineDefinition definition, Class<?> input, Class<?> output) {
        this.root = new Node.Given(input);
        this.settings = MachineSettings.DEFAULT;
        this.output = JavaValues.mapper().constructType(output);
        this.handlers = Handlers.NONE;
        this.definition = definition;
    }

    /**
     * Returns the machine that a text describes, as it stands and unchecked. Its settings cannot be changed. For definitions whose
     * states do not hang together; all others can be said with {@link Dsl}, of which {@code stepwright import} writes the code.
     */
    public static <I, O> StateMachine<I, O> ofAsl(Class<I> input, Class<O> output, String asl) {
        return new StateMachine<>(AslDocument.parseUnfilled("asl", asl).definition(), input, output);
    }

    /**
     * Returns the machine of a definition that Java values go into and come out of, as it stands and unchecked. Its settings cannot be
     * changed. What is generated for a definition has one, {@code OrderWorkflow.MACHINE}.
     */
    public static <I, O> StateMachine<I, O> of(StateMachineDefinition definition, Class<I> input, Class<O> output) {
        return new StateMachine<>(definition, input, output);
    }

    static <I, O> StateMachine<I, O> of(Node root, MachineSettings settings) {
        return new StateMachine<>(root, settings);
    }

    /** Begins a machine with its first step, which says what the machine takes. */
    public static <I, O> NeedsEnd<I, O> start(Step<I, O> first) {
        return new NeedsEnd<>(first);
    }

    /** Begins a machine with the class of its input; the first state follows. */
    public static <I> NeedsEnd<I, I> start(Class<I> input) {
        return new NeedsEnd<>(Dsl.given(input));
    }

    /** Begins a machine with the type of its input, such as a list; the first state follows. */
    public static <I> NeedsEnd<I, I> start(TypeRef<I> input) {
        return new NeedsEnd<>(Dsl.given(input));
    }

    /**
     * Returns a machine that is one closed flow.
     *
     * @throws InvalidStateMachineException if the machine has faults that the compiler cannot see
     */
    public static <I, O> StateMachine<I, O> start(Terminal<I, O> all) {
        return of(all.node(), MachineSettings.DEFAULT);
    }

    /** Returns the machine as one that takes a subtype and gives a supertype. */
    @SuppressWarnings("unchecked") // a machine only takes I and only gives O
    public static <I, O> StateMachine<I, O> widen(StateMachine<? super I, ? extends O> machine) {
        return (StateMachine<I, O>) machine;
    }

    /** Returns the machine with a {@code Comment}: for readers, without effect. */
    public StateMachine<I, O> comment(String comment) {
        return new StateMachine<>(root, settings.comment(comment));
    }

    /**
     * Returns the machine in a query language; without this, it is JSONata.
     *
     * @throws InvalidStateMachineException if the language cannot say what the machine says; with the states, the reasons and what
     *     to write instead
     */
    public StateMachine<I, O> queryLanguage(QueryLanguage language) {
        return new StateMachine<>(root, settings.language(language));
    }

    /**
     * Returns the machine with a limit to the time of an execution, which then fails with {@link Errors#TIMEOUT}.
     *
     * @param timeout whole seconds, 1 to 99,999,999
     */
    public StateMachine<I, O> timeout(Duration timeout) {
        return new StateMachine<>(root, settings.timeout(timeout));
    }

    /** Returns the machine with the version of the language that it is written in; {@code 1.0} is the only one, and the default. */
    public StateMachine<I, O> version(String version) {
        return new StateMachine<>(root, settings.version(version));
    }

    /**
     * Returns the machine with the resources of its task methods.
     *
     * @param resources takes a method's name, such as {@code Shop.charge}, and gives its ARN; an empty text leaves it to
     *     {@link TaskResource}, or else to the placeholder <code>${Shop_charge}</code>
     */
    public StateMachine<I, O> resources(Function<String, String> resources) {
        return new StateMachine<>(
                root,
                settings.resources(new MachineSettings.Resources(
                        resources, settings.resources().lambdaInvoke())));
    }

    /**
     * Returns the machine whose task methods are called by {@code arn:aws:states:::lambda:invoke}, with the function's ARN in
     * {@code FunctionName} and the argument in {@code Payload}; the result is taken out of its envelope. Without this, a function's
     * ARN is the {@code Resource} itself. Methods whose resource is no function stay as they are.
     */
    public StateMachine<I, O> lambdaInvoke() {
        return new StateMachine<>(
                root,
                settings.resources(
                        new MachineSettings.Resources(settings.resources().arns(), true)));
    }

    /**
     * Returns a reference to this machine, for {@link Dsl#runMachine}.
     *
     * @param arn where the machine will be, or a placeholder such as <code>${Shipping}</code>
     */
    public MachineReference<I, O> at(String arn) {
        return new MachineReference<>(arn, inputType(), outputType());
    }

    private String resource(TaskMethod method) {
        String given = settings.resources().arns().apply(method.key());
        return given.isEmpty() ? method.placeholder() : given;
    }

    private static ObjectNode header(MachineSettings settings, Problems problems) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (settings.comment() != null) {
            json.put("Comment", settings.comment());
        }
        if (settings.version() != null) {
            json.put("Version", settings.version());
        }
        if (settings.language() == QueryLanguage.JSONATA) {
            json.put("QueryLanguage", settings.language().text());
        }
        if (settings.timeout() != null) {
            json.put("TimeoutSeconds", new Seconds("", problems).of("TimeoutSeconds", settings.timeout(), 1));
        }
        return json;
    }

    /** Returns the machine as ASL. */
    public StateMachineDefinition definition() {
        return definition;
    }

    /** Returns the machine as ASL text over several lines, with a line break at its end. */
    public String toAsl() {
        return definition.toAsl();
    }

    /**
     * Returns what is worth a look: the warnings and hints that {@code stepwright validate} has about the ASL text, with their
     * states, in the order of that text. Errors kept the machine from being made.
     */
    public List<Finding> findings() {
        return DefinitionRules.findings(definition, settings.original().ignored());
    }

    /** Returns the text of the ignore file that has {@code stepwright validate} tell the same; empty if nothing is ignored. */
    Optional<String> ignoreText() {
        var ignored = settings.original().ignored();
        return ignored.isEmpty() ? Optional.empty() : Optional.of(Suppressions.ignoreText(ignored));
    }

    /** Returns the Java methods behind the machine's tasks, by their resources. */
    public Handlers handlers() {
        return handlers;
    }

    /** Returns the type of the input; {@code Object} if no state says it. */
    public Type inputType() {
        return simple(input());
    }

    /**
     * Returns a type as which the output can be read: that of all ends if they agree, else the sealed interface or superclass that
     * they share; {@code Object} if there is none, or if the types of an end are not known.
     */
    public Type outputType() {
        return simple(output);
    }

    private JavaType input() {
        Optional<JavaType> input = InputType.of(root);
        return input.orElse(TypeFactory.unknownType());
    }

    private static Type simple(JavaType type) {
        return type.hasGenericTypes() || type.isContainerType() ? type : type.getRawClass();
    }

    /** Returns the ASL text on one line. */
    @Override
    public String toString() {
        return definition.toString();
    }
}
