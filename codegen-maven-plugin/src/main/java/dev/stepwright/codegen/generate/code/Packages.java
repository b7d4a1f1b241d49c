package dev.stepwright.codegen.generate.code;

/**
 * The Java package of each folder of the source directory.
 *
 * @param root the package of the source directory itself
 */
public record Packages(String root) {
    /** Returns the package for a file: {@code shop/order.asl.json} gives {@code root.shop}. */
    public String of(String file) {
        int slash = file.lastIndexOf('/');
        String folder =
                slash < 0 ? "" : Names.packageName(file.substring(0, slash).replace('/', '.'));
        return folder.isEmpty() ? root : root.isEmpty() ? folder : root + "." + folder;
    }
}
