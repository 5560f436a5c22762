package dev.aero4j.conformance.differential;

import dev.aero4j.conformance.differential.Corpus.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Records what a real server answers: to all named programs, and to random ones, which are always
 * the same. Of those the ones are kept that make use of what has not been used, or not come to
 * this, as often yet.
 */
final class CorpusRecorder {
  private static final int PROGRAMS = 400;
  private static final int CANDIDATES = 15_000;
  private static final int SEED = 884;

  /** How long an entry may be; one that has no like may be longer. */
  private static final int USUAL_LENGTH = 800;

  private static final int MOST_LENGTH = 3_500;

  private final Runner real;

  private CorpusRecorder(Runner real) {
    this.real = real;
  }

  static void recordAll(Runner real) {
    for (Family family : Family.values()) {
      List<Entry> entries = new CorpusRecorder(real).record(family);
      Corpus.write(family, entries);
      System.out.println("corpus: " + entries.size() + " programs of " + family);
    }
  }

  private List<Entry> record(Family family) {
    List<Entry> entries = new ArrayList<>();
    for (NamedCase named : NamedCases.all()) {
      if (named.family() == family) {
        entries.add(new Entry(named.name(), named.program(), real.run(named.program())));
      }
    }
    entries.addAll(picked(candidates(family), PROGRAMS - entries.size()));
    return entries;
  }

  private List<Entry> candidates(Family family) {
    List<Entry> candidates = new ArrayList<>();
    JqwikSession.run(
        () -> {
          RandomGenerator<Program> programs = family.programs().generator(1000);
          Random random = new Random(SEED);
          for (int i = 0; i < CANDIDATES; i++) {
            Program program = programs.next(random).value();
            if (2 * program.size() < MOST_LENGTH) {
              Program small = family == Family.EXPRESSIONS ? withoutIdleBins(program) : program;
              candidates.add(new Entry("random " + i, small, real.run(small)));
            }
          }
        });
    return candidates;
  }

  /** The records that expressions look at have many bins, of which one uses few. */
  private Program withoutIdleBins(Program program) {
    Answer answer = real.run(program);
    Program smallest = program;
    for (Step bin : program.before()) {
      List<Step> fewer = new ArrayList<>(smallest.before());
      fewer.remove(bin);
      Program smaller = smallest.before(fewer);
      Answer other = real.run(smaller);
      if (!fewer.isEmpty()
          && other.resultCode() == answer.resultCode()
          && other.results().equals(answer.results())) {
        smallest = smaller;
      }
    }
    return smallest;
  }

  /** Picks first what makes use of something new, then what is rare so far. */
  private static List<Entry> picked(List<Entry> candidates, int count) {
    Picked picked = new Picked(count);
    candidates.forEach(picked::addNew);
    for (int often = 1; !picked.isFull() && often < 1_000; often *= 2) {
      for (Entry entry : candidates) {
        picked.addRare(entry, often);
      }
    }
    return List.copyOf(picked.entries);
  }

  /** Entries that have been picked. */
  private static final class Picked {
    private final int count;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int refused;

    Picked(int count) {
      this.count = count;
    }

    boolean isFull() {
      return entries.size() >= count;
    }

    void addNew(Entry entry) {
      if (!seen.keySet().containsAll(Coverage.of(entry.program()))) {
        add(entry, MOST_LENGTH);
      }
    }

    /** Adds one of which there are fewer; of those that are refused less, and none too many. */
    void addRare(Entry entry, int often) {
      boolean done = entry.answer().resultCode() == 0;
      int most = done ? often : 1;
      if ((done || refused < count / 3)
          && features(entry).stream().anyMatch(use -> seen.getOrDefault(use, 0) < most)) {
        add(entry, often == 1 ? MOST_LENGTH : USUAL_LENGTH);
      }
    }

    private void add(Entry entry, int length) {
      if (!isFull() && Corpus.text(entry).length() < length && entries.add(entry)) {
        features(entry).forEach(feature -> seen.merge(feature, 1, Integer::sum));
        Coverage.of(entry.program()).forEach(name -> seen.merge(name, 1, Integer::sum));
        refused += entry.answer().resultCode() == 0 ? 0 : 1;
      }
    }
  }

  /** What a program makes use of, with what it comes to. */
  private static List<String> features(Entry entry) {
    String code = " " + entry.answer().resultCode();
    return Coverage.of(entry.program()).stream().map(name -> name + code).toList();
  }
}
