package dev.aero4j.embedded.internal.expression;

import dev.aero4j.embedded.internal.geo.GeoShape;
import dev.aero4j.embedded.internal.value.Absent;
import dev.aero4j.embedded.internal.value.ElementEvaluator;
import dev.aero4j.embedded.internal.value.Particle;
import dev.aero4j.embedded.internal.value.RecordView;
import dev.aero4j.model.GeoJson;
import dev.aero4j.wire.expression.ExpNode;
import dev.aero4j.wire.value.ParticleType;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions on one record. Confined to one command.
 *
 * <p>A value that an expression takes from a bin and hands on as it is, is that bin's particle
 * again, with whatever the server keeps in it besides the value.
 */
public final class Evaluator {
  /** All that the expressions of a path see is the element, and nothing of the record. */
  public static final ElementEvaluator OF_ELEMENTS =
      (expression, key, value, index) ->
          new Evaluation(null, LoopElement.of(key, value, index)).evaluate(expression);

  private final RecordView record;
  private final IdentityHashMap<Object, Particle> particles = new IdentityHashMap<>();

  public Evaluator(RecordView record) {
    this.record = record;
  }

  /**
   * Evaluates an expression.
   *
   * @return a value as {@link dev.aero4j.wire.value.MsgPack} reads it, null for nil, or an {@link
   *     Absent}
   */
  public @Nullable Object evaluate(ExpNode expression) {
    return new Evaluation(new RecordValues(record, particles), LoopElement.NONE)
        .evaluate(expression);
  }

  /**
   * Returns what a bin holds with a value that {@link #evaluate} gave, or null when the value is
   * nil or no bin can hold it.
   */
  @Nullable Particle particleOf(@Nullable Object value) {
    Particle known = value == null ? null : particles.get(value);
    if (known != null) {
      return known;
    }
    byte[] shape = value instanceof GeoJson geo ? GeoShape.particle(geo) : null;
    return shape == null ? Particle.of(value) : new Particle(ParticleType.GEOJSON, shape);
  }
}
