/** Definitions where users have them: in files of their own, in templates of CloudFormation, SAM and the CDK, in plans of Terraform. */
@NullMarked
package dev.stepwright.asl.template;

import org.jspecify.annotations.NullMarked;
