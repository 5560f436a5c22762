package dev.aero4j.policy;

/**
 * What a write can be given besides its data: a whole {@link WritePolicy}, or a {@link WriteMeta}
 * that changes only time to live and generation of the policy in force. At most one of each.
 */
public sealed interface WriteOption permits WritePolicy, WriteMeta {}
