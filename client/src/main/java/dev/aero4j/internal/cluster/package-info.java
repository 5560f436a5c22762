/**
 * Who is in the cluster and who owns which partition. The tender asks the nodes and makes one
 * immutable snapshot after another; the router reads them.
 */
@NullMarked
package dev.aero4j.internal.cluster;

import org.jspecify.annotations.NullMarked;
