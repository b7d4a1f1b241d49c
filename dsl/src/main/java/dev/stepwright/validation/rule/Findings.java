package dev.stepwright.validation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what the rules find. */
public final class Findings {
    private final List<Finding> findings = new ArrayList<>();

    public void add(Finding finding) {
        findings.add(finding);
    }

    /** Returns the findings that authors are told, in the order of the rules. */
    public List<Finding> forAuthor() {
        return findings.stream()
                .filter(finding -> finding.audience() != Finding.Audience.SERVICE)
                .toList();
    }

    /** Returns the findings that AWS has too, for one of some audiences, in the order of the rules. */
    public List<Finding> forService(Set<Finding.Audience> audiences) {
        return findings.stream()
                .filter(finding -> audiences.contains(finding.audience()))
                .filter(finding -> !finding.rule().serviceCode().isEmpty())
                .toList();
    }
}
