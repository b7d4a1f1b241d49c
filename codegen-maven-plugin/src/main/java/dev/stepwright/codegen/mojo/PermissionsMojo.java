package dev.stepwright.codegen.mojo;

import dev.stepwright.codegen.schema.Findings;
import dev.stepwright.codegen.source.Policies;
import dev.stepwright.codegen.source.PolicySetting;
import dev.stepwright.permission.Deployment;
import dev.stepwright.permission.Permissions.Setting;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the IAM policy that the role of each state machine needs: {@code order.policy.json} for {@code order.asl.json}, and for machines that
 * {@code export} has written. What a definition does not tell is a hint, a call of which nothing is known a warning.
 */
@Mojo(name = "permissions", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class PermissionsMojo extends SourcesMojo {
    /** Where the definitions are; folders within are read too. One that does not exist holds nothing. */
    @Parameter(property = "asl.sourceDirectory", defaultValue = "${project.basedir}/src/main/asl", required = true)
    private File sourceDirectory;

    /** Where the policies go. */
    @Parameter(property = "asl.policyDirectory", defaultValue = "${project.build.directory}/asl-policies")
    private File policyDirectory;

    /** The partition in ARNs, and what stands for ${AWS::Partition}: aws-cn or aws-us-gov; aws is that of the ARNs in Resource. */
    @Parameter(property = "asl.partition", defaultValue = "aws")
    private String partition;

    /** The region in ARNs that the definitions do not spell out, and what stands for ${AWS::Region}; * for any. */
    @Parameter(property = "asl.region", defaultValue = "*")
    private String region;

    /** The account in ARNs that the definitions do not spell out, and what stands for ${AWS::AccountId}; * for any. */
    @Parameter(property = "asl.account", defaultValue = "*")
    private String account;

    /** Whether the machines log their executions. */
    @Parameter(property = "asl.logging", defaultValue = "false")
    private boolean logging;

    /** Whether the machines send traces to X-Ray. */
    @Parameter(property = "asl.tracing", defaultValue = "false")
    private boolean tracing;

    @Override
    String run(Findings findings) throws IOException, MojoFailureException {
        Deployment deployment = deployment();
        return new Policies(
                                sources(sourceDirectory, deployment.pseudoParameters()),
                                exportDirectory().toPath(),
                                folder(policyDirectory, "policies"),
                                new PolicySetting(deployment, Setting.of(logging, tracing)))
                        .run(findings)
                + " in " + policyDirectory;
    }

    private Deployment deployment() throws MojoFailureException {
        try {
            return new Deployment(partition, region, account, Deployment.ANYWHERE.machine());
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException("partition, region and account: " + e.getMessage(), e);
        }
    }
}
