/**
 * Types by data flow: what every state of a definition gets and gives, found without running it. {@link
 * dev.stepwright.types.DataFlow} is the way in.
 *
 * <p>Its parts, in the order in which they are best read:
 *
 * <ol>
 *   <li>{@code lattice}: a {@code Value} is what a JSON value can be. What two ways make is joined. What the definition does not make stands
 *       at a {@code Place}, which remembers who needs what of it. {@code Reader} steps into values; a {@code Lack} says why there may be
 *       nothing.
 *   <li>{@code graph}: the states of all scopes, and for each by which ways which {@code Entry} (input, variables, Context Object) comes.
 *   <li>{@code flow}: {@code Fixpoint} looks at states until nothing new comes in anywhere, then once more at each to report. A look is a
 *       {@code Visit}; {@code Transfer} has what each kind of state does, {@code StateData} what its fields do in its query language.
 *   <li>{@code jsonpath} and {@code jsonata}: what expressions find and make, and what the outcome of a condition proves. Where paths of
 *       JSONPath lead is a {@code Walk}, what an expression of JSONata gives is a {@code Given}.
 *   <li>{@code report}: the findings, and the words for them; {@code service}: what tasks are known to give.
 *   <li>This package: values as {@link dev.stepwright.types.Shape shapes}, by the uses of their places and by schemas; and machines that start
 *       others of their project.
 * </ol>
 *
 * <p>What is said for certain has to hold in every execution. {@code SoundnessTest} in the testkit runs machines made by chance to see that.
 */
@NullMarked
package dev.stepwright.types;

import org.jspecify.annotations.NullMarked;
