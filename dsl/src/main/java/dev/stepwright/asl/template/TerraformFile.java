package dev.stepwright.asl.template;

import dev.stepwright.hcl.HclExpression;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file with expressions of Terraform.
 *
 * @param variables what expressions refer to by single names, in a file that {@code templatefile} names; null in source
 */
record TerraformFile(Path path, String text, @Nullable Map<String, Located> variables) {
    /** An expression, and the file that it stands in. */
    record Located(TerraformFile file, HclExpression value) {
        /** Returns another expression in the same file. */
        Located with(HclExpression other) {
            return new Located(file, other);
        }

        boolean isIn(TerraformFile other) {
            return file.path().equals(other.path());
        }
    }
}
