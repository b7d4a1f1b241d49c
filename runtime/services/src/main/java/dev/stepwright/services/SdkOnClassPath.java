package dev.stepwright.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services whose jars of the AWS SDK are on the class path. */
final class SdkOnClassPath {
    private static final String SERVICES = "software/amazon/awssdk/services/";

    /** What builds a synchronous client. */
    private static final Pattern BUILDER = Pattern.compile(
            Pattern.quote(SERVICES) + "(?:[a-z0-9]+/){1,2}(?!Default)([A-Z]\\w*)(?<!Async|Base)ClientBuilder\\.class");

    private SdkOnClassPath() {}

    /**
     * Returns the names of the classes of clients, by the names of their services. No class is loaded.
     *
     * @throws UncheckedIOException if a jar cannot be read
     */
    static SortedMap<String, String> clients(ClassLoader loader) {
        SortedMap<String, String> clients = new TreeMap<>();
        try {
            for (URL place : Collections.list(loader.getResources(SERVICES))) {
                URLConnection connection = place.openConnection();
                if (connection instanceof JarURLConnection jar) {
                    jar.getJarFile().stream().forEach(entry -> add(entry, clients));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clients;
    }

    private static void add(JarEntry entry, SortedMap<String, String> clients) {
        Matcher builder = BUILDER.matcher(entry.getName());
        if (builder.matches()) {
            String type = entry.getName().replace('/', '.').replaceFirst("Builder\\.class$", "");
            clients.put(builder.group(1).toLowerCase(Locale.ROOT), type);
        }
    }
}
