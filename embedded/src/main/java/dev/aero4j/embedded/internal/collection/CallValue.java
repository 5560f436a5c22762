package dev.aero4j.embedded.internal.collection;

import org.jspecify.annotations.Nullable;

/**
 * What a call on a list or map comes to, in Java values as {@link dev.aero4j.wire.value.MsgPack}
 * reads them.
 *
 * @param changed the subject after the call: the same object as before when nothing has changed
 * @param result what the call gives back; null for nil, {@link
 *     dev.aero4j.embedded.internal.value.Absent#UNKNOWN} when it gives nothing back
 */
public record CallValue(@Nullable Object changed, @Nullable Object result) {}
