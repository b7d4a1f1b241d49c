package dev.stepwright.dsl;

import dev.stepwright.dsl.TaskMethods.Call;
import dev.stepwright.dsl.TaskMethods.Handed;
import dev.stepwright.dsl.tree.MethodReference;
import dev.stepwright.json.JavaValues;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/**
 * The Java method behind a task.
 *
 * @param reference what the method reference points at
 * @param service the class whose instance has to be bound; null if none is needed
 * @param call calls it
 * @param isCallback whether it takes a token too, and somebody answers with that
 */
record TaskMethod(MethodReference reference, @Nullable Class<?> service, Call call, boolean isCallback) {
    private static final String EXAMPLE = "Shop::charge";
    private static final String CALLBACK_EXAMPLE = "Desk::ask";

    /** A method of a service: the reference takes the instance and the argument. */
    static TaskMethod ofService(Serializable reference, Call call) {
        MethodReference target = MethodReference.of(reference, EXAMPLE);
        if (target.bound() || target.isStatic()) {
            throw new IllegalArgumentException(
                    target + " takes two arguments, but a task has one input: combine them into one record");
        }
        return new TaskMethod(target, target.receiver(), call, false);
    }

    /** A method that needs nothing but the argument. */
    static TaskMethod ofHandler(Serializable reference, Call call) {
        MethodReference target = MethodReference.of(reference, EXAMPLE);
        if (!target.bound() && !target.isStatic()) {
            throw new IllegalArgumentException(target + " takes no argument, so the task's input would be the "
                    + target.receiver().getSimpleName() + " itself; give the method one parameter");
        }
        return new TaskMethod(target, null, call, false);
    }

    /** Like {@link #ofService}, with a token as the method's second parameter; called with both as one. */
    static TaskMethod ofServiceCallback(Serializable reference, Call call) {
        MethodReference target = MethodReference.of(reference, CALLBACK_EXAMPLE);
        if (target.bound() || target.isStatic()) {
            throw new IllegalArgumentException(
                    target
                            + " takes too many arguments, but a callback has only an input and its token: combine the input into one record");
        }
        return new TaskMethod(target, target.receiver(), call, true);
    }

    /** Like {@link #ofHandler}, with a token as the method's second parameter; called with both as one. */
    static TaskMethod ofCallback(Serializable reference, Call call) {
        MethodReference target = MethodReference.of(reference, CALLBACK_EXAMPLE);
        if (!target.bound() && !target.isStatic()) {
            throw new IllegalArgumentException(target + " takes only the token, so the task's input would be the "
                    + target.receiver().getSimpleName()
                    + " itself; give the method two parameters, the input and the token");
        }
        return new TaskMethod(target, null, call, true);
    }

    /** Returns the method's name for resolvers, for example {@code Shop.charge}. */
    String key() {
        return reference.receiver().getSimpleName() + "."
                + reference.executable().getName();
    }

    /** Returns the resource where nothing else is said: that of the annotation, or a placeholder. */
    String placeholder() {
        return resource().orElse("${" + key().replace('.', '_') + "}");
    }

    /** Returns the resource that the method names itself. */
    Optional<String> resource() {
        return reference
                .method()
                .map(method -> method.getAnnotation(TaskResource.class))
                .map(TaskResource::value);
    }

    /** Returns what the task takes. */
    JavaType argument() {
        return resolve(method().getGenericParameterTypes()[0]);
    }

    /** Returns what {@link #call} takes. */
    JavaType taken() {
        return isCallback
                ? JavaValues.mapper().getTypeFactory().constructParametricType(Handed.class, argument(), result())
                : argument();
    }

    /** Returns what the task gives. */
    JavaType result() {
        if (isCallback) {
            return resolve(method().getGenericParameterTypes()[1]).containedTypeOrUnknown(0);
        }
        JavaType result = resolve(method().getGenericReturnType());
        return result.hasRawClass(void.class) ? JavaValues.mapper().constructType(Void.class) : result;
    }

    private Method method() {
        return reference
                .method()
                .orElseThrow(() -> new IllegalArgumentException(
                        reference + " is a constructor; a task is a method such as " + EXAMPLE));
    }

    private JavaType resolve(Type type) {
        JavaType receiver = JavaValues.mapper().constructType(reference.receiver());
        JavaType declaring = receiver.findSuperType(method().getDeclaringClass());
        return JavaValues.mapper()
                .getTypeFactory()
                .resolveMemberType(type, (declaring == null ? receiver : declaring).getBindings());
    }
}
