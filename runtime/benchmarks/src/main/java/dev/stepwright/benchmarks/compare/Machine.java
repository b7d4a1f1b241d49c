package dev.stepwright.benchmarks.compare;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was measured on. */
final class Machine {
    private Machine() {}

    static ObjectNode facts(boolean quick) {
        com.sun.management.OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("processor", processor()).put("cores", system.getAvailableProcessors());
        facts.put("memoryGiB", Math.round(system.getTotalMemorySize() / (double) (1 << 30)));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", System.getProperty("java.vm.version")).put("quick", quick);
        facts.put("loadBefore", load());
        return facts;
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    /** Returns the average load of the last minute; above the number of cores, other work was in the way. */
    static double load() {
        return Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 100) / 100.0;
    }

    /** Says it in a sentence. */
    static String sentence(ObjectNode facts) {
        List<String> parts = List.of(
                facts.path("processor").asString("") + ", "
                        + facts.path("cores").asInt(0) + " cores",
                facts.path("memoryGiB").asLong(0) + " GiB",
                facts.path("system").asString(""),
                "JDK " + facts.path("jdk").asString(""),
                "load " + facts.path("loadBefore").asDouble(0) + " before and "
                        + facts.path("loadAfter").asDouble(0) + " after");
        return facts.path("date").asString("") + ": " + String.join(", ", parts) + ".";
    }
}
