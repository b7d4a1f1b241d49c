package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Types as the header of a record has to write them: to Java the classes within the record hide others of their names there, of which
 * JavaPoet knows only in the body.
 *
 * @param within the classes directly within the record
 */
record HeaderTypes(Set<ClassName> within) {
    /** Returns a type with all that is hidden written out in full. */
    TypeName written(TypeName type) {
        if (type instanceof ParameterizedTypeName generic) {
            TypeName[] arguments =
                    generic.typeArguments().stream().map(this::written).toArray(TypeName[]::new);
            return ParameterizedTypeName.get(generic.rawType(), arguments); // annotations are the raw type's
        }
        // What has no package is never imported, and JavaPoet takes its name as it is.
        return type instanceof ClassName name && isHidden(name)
                ? ClassName.get("", name.canonicalName()).annotated(name.annotations())
                : type;
    }

    private boolean isHidden(ClassName name) {
        return Stream.iterate(name, outer -> outer != null, ClassName::enclosingClassName)
                .anyMatch(part -> within.stream()
                        .anyMatch(hiding -> hiding.simpleName().equals(part.simpleName())
                                && !hiding.canonicalName().equals(part.canonicalName())));
    }
}
