package dev.stepwright.dsl;

import dev.stepwright.dsl.TaskMethods.Call;
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
 */
record TaskMethod(MethodReference reference, @Nullable Class<?> service, Call call) {
    private static final String EXAMPLE = "Shop::charge";

    /** A method of a service: the reference takes the instance and the argument. */
    static TaskMethod ofService(Serializable reference, Call call) {
        MethodReference target = MethodReference.of(reference, EXAMPLE);
        if (target.bound() || target.isStatic()) {
            throw new IllegalArgumentException(target + " takes two arguments; a task has one: make it one record");
        }
        return new TaskMethod(target, target.receiver(), call);
    }

    /** A method that needs nothing but the argument. */
    static TaskMethod ofHandler(Serializable reference, Call call) {
        MethodReference target = MethodReference.of(reference, EXAMPLE);
        if (!target.bound() && !target.isStatic()) {
            throw new IllegalArgumentException(target + " takes no argument, so the task's input would have to be the "
                    + target.receiver().getSimpleName() + " itself; give the method one parameter");
        }
        return new TaskMethod(target, null, call);
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

    JavaType argument() {
        return resolve(method().getGenericParameterTypes()[0]);
    }

    JavaType result() {
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
