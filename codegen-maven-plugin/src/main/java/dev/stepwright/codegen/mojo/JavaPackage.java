package dev.stepwright.codegen.mojo;

import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.MojoFailureException;

/** The parameter {@code packageName}. */
final class JavaPackage {
    private JavaPackage() {}

    /**
     * Returns a name if it can be one of a package, or is the default, which is made one.
     *
     * @param groupId that of the project, which may have hyphens
     */
    static String checked(String name, String groupId) throws MojoFailureException {
        if (!name.equals(groupId) && !SourceVersion.isName(name)) {
            throw new MojoFailureException(
                    "packageName: \"" + name
                            + "\" is not a valid name for a Java package; use names of letters, digits and _ with dots between them, such as com.acme.shop");
        }
        return name;
    }
}
