package dev.aero4j.embedded.internal;

import dev.aero4j.embedded.Statistics;
import java.util.concurrent.atomic.LongAdder;

/** What a node counts; many threads add to it. */
record NodeCounters(
    LongAdder connectionsOpened,
    LongAdder connectionsClosed,
    LongAdder commands,
    LongAdder batches,
    LongAdder batchRows,
    LongAdder proxied,
    LongAdder infoRequests) {

  NodeCounters() {
    this(
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder());
  }

  Statistics statistics() {
    long closed = connectionsClosed.sum();
    long opened = connectionsOpened.sum();
    return new Statistics(
        opened - closed,
        opened,
        commands.sum(),
        batches.sum(),
        batchRows.sum(),
        proxied.sum(),
        infoRequests.sum());
  }
}
