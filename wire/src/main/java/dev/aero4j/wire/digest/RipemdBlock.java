package dev.aero4j.wire.digest;

/**
 * The compression function of RIPEMD-160: two lines of 80 steps over the same block, whose results
 * are added crosswise.
 *
 * <p>The steps of the left line (a to e) and of the right one (p to t) take turns: each waits for
 * the one before it in its own line, so that a processor can work on both at once. They are
 * unrolled, but a round at a time: in one method of 160 steps the JIT compiler runs out of
 * registers, and the whole takes nearly twice as long.
 */
final class RipemdBlock {
  /** The words of both lines between rounds. */
  private final int[] lines = new int[10];

  /**
   * Works a block into the chaining value.
   *
   * @param x the block's 16 words, little-endian
   * @param state the five words of the chaining value, replaced by the new one
   */
  void compress(int[] x, int[] state) {
    int[] w = lines;
    System.arraycopy(state, 0, w, 0, 5);
    System.arraycopy(state, 0, w, 5, 5);
    round1(x, w);
    round2(x, w);
    round3(x, w);
    round4(x, w);
    round5(x, w);
    int mixed = state[1] + w[2] + w[8];
    state[1] = state[2] + w[3] + w[9];
    state[2] = state[3] + w[4] + w[5];
    state[3] = state[4] + w[0] + w[6];
    state[4] = state[0] + w[1] + w[7];
    state[0] = mixed;
  }

  private static void round1(int[] x, int[] w) {
    int a = w[0];
    int b = w[1];
    int c = w[2];
    int d = w[3];
    int e = w[4];
    int p = w[5];
    int q = w[6];
    int r = w[7];
    int s = w[8];
    int t = w[9];
    a = Integer.rotateLeft(a + xor(b, c, d) + x[0], 11) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + xorOrNot(q, r, s) + x[5] + 0x50A28BE6, 8) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + xor(a, b, c) + x[1], 14) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + xorOrNot(p, q, r) + x[14] + 0x50A28BE6, 9) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + xor(e, a, b) + x[2], 15) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + xorOrNot(t, p, q) + x[7] + 0x50A28BE6, 9) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + xor(d, e, a) + x[3], 12) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + xorOrNot(s, t, p) + x[0] + 0x50A28BE6, 11) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + xor(c, d, e) + x[4], 5) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + xorOrNot(r, s, t) + x[9] + 0x50A28BE6, 13) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + xor(b, c, d) + x[5], 8) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + xorOrNot(q, r, s) + x[2] + 0x50A28BE6, 15) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + xor(a, b, c) + x[6], 7) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + xorOrNot(p, q, r) + x[11] + 0x50A28BE6, 15) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + xor(e, a, b) + x[7], 9) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + xorOrNot(t, p, q) + x[4] + 0x50A28BE6, 5) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + xor(d, e, a) + x[8], 11) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + xorOrNot(s, t, p) + x[13] + 0x50A28BE6, 7) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + xor(c, d, e) + x[9], 13) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + xorOrNot(r, s, t) + x[6] + 0x50A28BE6, 7) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + xor(b, c, d) + x[10], 14) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + xorOrNot(q, r, s) + x[15] + 0x50A28BE6, 8) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + xor(a, b, c) + x[11], 15) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + xorOrNot(p, q, r) + x[8] + 0x50A28BE6, 11) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + xor(e, a, b) + x[12], 6) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + xorOrNot(t, p, q) + x[1] + 0x50A28BE6, 14) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + xor(d, e, a) + x[13], 7) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + xorOrNot(s, t, p) + x[10] + 0x50A28BE6, 14) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + xor(c, d, e) + x[14], 9) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + xorOrNot(r, s, t) + x[3] + 0x50A28BE6, 12) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + xor(b, c, d) + x[15], 8) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + xorOrNot(q, r, s) + x[12] + 0x50A28BE6, 6) + t;
    r = Integer.rotateLeft(r, 10);
    w[0] = a;
    w[1] = b;
    w[2] = c;
    w[3] = d;
    w[4] = e;
    w[5] = p;
    w[6] = q;
    w[7] = r;
    w[8] = s;
    w[9] = t;
  }

  private static void round2(int[] x, int[] w) {
    int a = w[0];
    int b = w[1];
    int c = w[2];
    int d = w[3];
    int e = w[4];
    int p = w[5];
    int q = w[6];
    int r = w[7];
    int s = w[8];
    int t = w[9];
    e = Integer.rotateLeft(e + select(a, b, c) + x[7] + 0x5A827999, 7) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + selectBack(p, q, r) + x[6] + 0x5C4DD124, 9) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + select(e, a, b) + x[4] + 0x5A827999, 6) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + selectBack(t, p, q) + x[11] + 0x5C4DD124, 13) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + select(d, e, a) + x[13] + 0x5A827999, 8) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + selectBack(s, t, p) + x[3] + 0x5C4DD124, 15) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + select(c, d, e) + x[1] + 0x5A827999, 13) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + selectBack(r, s, t) + x[7] + 0x5C4DD124, 7) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + select(b, c, d) + x[10] + 0x5A827999, 11) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + selectBack(q, r, s) + x[0] + 0x5C4DD124, 12) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + select(a, b, c) + x[6] + 0x5A827999, 9) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + selectBack(p, q, r) + x[13] + 0x5C4DD124, 8) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + select(e, a, b) + x[15] + 0x5A827999, 7) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + selectBack(t, p, q) + x[5] + 0x5C4DD124, 9) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + select(d, e, a) + x[3] + 0x5A827999, 15) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + selectBack(s, t, p) + x[10] + 0x5C4DD124, 11) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + select(c, d, e) + x[12] + 0x5A827999, 7) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + selectBack(r, s, t) + x[14] + 0x5C4DD124, 7) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + select(b, c, d) + x[0] + 0x5A827999, 12) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + selectBack(q, r, s) + x[15] + 0x5C4DD124, 7) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + select(a, b, c) + x[9] + 0x5A827999, 15) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + selectBack(p, q, r) + x[8] + 0x5C4DD124, 12) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + select(e, a, b) + x[5] + 0x5A827999, 9) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + selectBack(t, p, q) + x[12] + 0x5C4DD124, 7) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + select(d, e, a) + x[2] + 0x5A827999, 11) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + selectBack(s, t, p) + x[4] + 0x5C4DD124, 6) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + select(c, d, e) + x[14] + 0x5A827999, 7) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + selectBack(r, s, t) + x[9] + 0x5C4DD124, 15) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + select(b, c, d) + x[11] + 0x5A827999, 13) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + selectBack(q, r, s) + x[1] + 0x5C4DD124, 13) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + select(a, b, c) + x[8] + 0x5A827999, 12) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + selectBack(p, q, r) + x[2] + 0x5C4DD124, 11) + s;
    q = Integer.rotateLeft(q, 10);
    w[0] = a;
    w[1] = b;
    w[2] = c;
    w[3] = d;
    w[4] = e;
    w[5] = p;
    w[6] = q;
    w[7] = r;
    w[8] = s;
    w[9] = t;
  }

  private static void round3(int[] x, int[] w) {
    int a = w[0];
    int b = w[1];
    int c = w[2];
    int d = w[3];
    int e = w[4];
    int p = w[5];
    int q = w[6];
    int r = w[7];
    int s = w[8];
    int t = w[9];
    d = Integer.rotateLeft(d + orNotXor(e, a, b) + x[3] + 0x6ED9EBA1, 11) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + orNotXor(t, p, q) + x[15] + 0x6D703EF3, 9) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + orNotXor(d, e, a) + x[10] + 0x6ED9EBA1, 13) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + orNotXor(s, t, p) + x[5] + 0x6D703EF3, 7) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + orNotXor(c, d, e) + x[14] + 0x6ED9EBA1, 6) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + orNotXor(r, s, t) + x[1] + 0x6D703EF3, 15) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + orNotXor(b, c, d) + x[4] + 0x6ED9EBA1, 7) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + orNotXor(q, r, s) + x[3] + 0x6D703EF3, 11) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + orNotXor(a, b, c) + x[9] + 0x6ED9EBA1, 14) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + orNotXor(p, q, r) + x[7] + 0x6D703EF3, 8) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + orNotXor(e, a, b) + x[15] + 0x6ED9EBA1, 9) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + orNotXor(t, p, q) + x[14] + 0x6D703EF3, 6) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + orNotXor(d, e, a) + x[8] + 0x6ED9EBA1, 13) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + orNotXor(s, t, p) + x[6] + 0x6D703EF3, 6) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + orNotXor(c, d, e) + x[1] + 0x6ED9EBA1, 15) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + orNotXor(r, s, t) + x[9] + 0x6D703EF3, 14) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + orNotXor(b, c, d) + x[2] + 0x6ED9EBA1, 14) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + orNotXor(q, r, s) + x[11] + 0x6D703EF3, 12) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + orNotXor(a, b, c) + x[7] + 0x6ED9EBA1, 8) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + orNotXor(p, q, r) + x[8] + 0x6D703EF3, 13) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + orNotXor(e, a, b) + x[0] + 0x6ED9EBA1, 13) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + orNotXor(t, p, q) + x[12] + 0x6D703EF3, 5) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + orNotXor(d, e, a) + x[6] + 0x6ED9EBA1, 6) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + orNotXor(s, t, p) + x[2] + 0x6D703EF3, 14) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + orNotXor(c, d, e) + x[13] + 0x6ED9EBA1, 5) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + orNotXor(r, s, t) + x[10] + 0x6D703EF3, 13) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + orNotXor(b, c, d) + x[11] + 0x6ED9EBA1, 12) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + orNotXor(q, r, s) + x[0] + 0x6D703EF3, 13) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + orNotXor(a, b, c) + x[5] + 0x6ED9EBA1, 7) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + orNotXor(p, q, r) + x[4] + 0x6D703EF3, 7) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + orNotXor(e, a, b) + x[12] + 0x6ED9EBA1, 5) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + orNotXor(t, p, q) + x[13] + 0x6D703EF3, 5) + r;
    p = Integer.rotateLeft(p, 10);
    w[0] = a;
    w[1] = b;
    w[2] = c;
    w[3] = d;
    w[4] = e;
    w[5] = p;
    w[6] = q;
    w[7] = r;
    w[8] = s;
    w[9] = t;
  }

  private static void round4(int[] x, int[] w) {
    int a = w[0];
    int b = w[1];
    int c = w[2];
    int d = w[3];
    int e = w[4];
    int p = w[5];
    int q = w[6];
    int r = w[7];
    int s = w[8];
    int t = w[9];
    c = Integer.rotateLeft(c + selectBack(d, e, a) + x[1] + 0x8F1BBCDC, 11) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + select(s, t, p) + x[8] + 0x7A6D76E9, 15) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + selectBack(c, d, e) + x[9] + 0x8F1BBCDC, 12) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + select(r, s, t) + x[6] + 0x7A6D76E9, 5) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + selectBack(b, c, d) + x[11] + 0x8F1BBCDC, 14) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + select(q, r, s) + x[4] + 0x7A6D76E9, 8) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + selectBack(a, b, c) + x[10] + 0x8F1BBCDC, 15) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + select(p, q, r) + x[1] + 0x7A6D76E9, 11) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + selectBack(e, a, b) + x[0] + 0x8F1BBCDC, 14) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + select(t, p, q) + x[3] + 0x7A6D76E9, 14) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + selectBack(d, e, a) + x[8] + 0x8F1BBCDC, 15) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + select(s, t, p) + x[11] + 0x7A6D76E9, 14) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + selectBack(c, d, e) + x[12] + 0x8F1BBCDC, 9) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + select(r, s, t) + x[15] + 0x7A6D76E9, 6) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + selectBack(b, c, d) + x[4] + 0x8F1BBCDC, 8) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + select(q, r, s) + x[0] + 0x7A6D76E9, 14) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + selectBack(a, b, c) + x[13] + 0x8F1BBCDC, 9) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + select(p, q, r) + x[5] + 0x7A6D76E9, 6) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + selectBack(e, a, b) + x[3] + 0x8F1BBCDC, 14) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + select(t, p, q) + x[12] + 0x7A6D76E9, 9) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + selectBack(d, e, a) + x[7] + 0x8F1BBCDC, 5) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + select(s, t, p) + x[2] + 0x7A6D76E9, 12) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + selectBack(c, d, e) + x[15] + 0x8F1BBCDC, 6) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + select(r, s, t) + x[13] + 0x7A6D76E9, 9) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + selectBack(b, c, d) + x[14] + 0x8F1BBCDC, 8) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + select(q, r, s) + x[9] + 0x7A6D76E9, 12) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + selectBack(a, b, c) + x[5] + 0x8F1BBCDC, 6) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + select(p, q, r) + x[7] + 0x7A6D76E9, 5) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + selectBack(e, a, b) + x[6] + 0x8F1BBCDC, 5) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + select(t, p, q) + x[10] + 0x7A6D76E9, 15) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + selectBack(d, e, a) + x[2] + 0x8F1BBCDC, 12) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + select(s, t, p) + x[14] + 0x7A6D76E9, 8) + q;
    t = Integer.rotateLeft(t, 10);
    w[0] = a;
    w[1] = b;
    w[2] = c;
    w[3] = d;
    w[4] = e;
    w[5] = p;
    w[6] = q;
    w[7] = r;
    w[8] = s;
    w[9] = t;
  }

  private static void round5(int[] x, int[] w) {
    int a = w[0];
    int b = w[1];
    int c = w[2];
    int d = w[3];
    int e = w[4];
    int p = w[5];
    int q = w[6];
    int r = w[7];
    int s = w[8];
    int t = w[9];
    b = Integer.rotateLeft(b + xorOrNot(c, d, e) + x[4] + 0xA953FD4E, 9) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + xor(r, s, t) + x[12], 8) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + xorOrNot(b, c, d) + x[0] + 0xA953FD4E, 15) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + xor(q, r, s) + x[15], 5) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + xorOrNot(a, b, c) + x[5] + 0xA953FD4E, 5) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + xor(p, q, r) + x[10], 12) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + xorOrNot(e, a, b) + x[9] + 0xA953FD4E, 11) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + xor(t, p, q) + x[4], 9) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + xorOrNot(d, e, a) + x[7] + 0xA953FD4E, 6) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + xor(s, t, p) + x[1], 12) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + xorOrNot(c, d, e) + x[12] + 0xA953FD4E, 8) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + xor(r, s, t) + x[5], 5) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + xorOrNot(b, c, d) + x[2] + 0xA953FD4E, 13) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + xor(q, r, s) + x[8], 14) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + xorOrNot(a, b, c) + x[10] + 0xA953FD4E, 12) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + xor(p, q, r) + x[7], 6) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + xorOrNot(e, a, b) + x[14] + 0xA953FD4E, 5) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + xor(t, p, q) + x[6], 8) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + xorOrNot(d, e, a) + x[1] + 0xA953FD4E, 12) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + xor(s, t, p) + x[2], 13) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + xorOrNot(c, d, e) + x[3] + 0xA953FD4E, 13) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + xor(r, s, t) + x[13], 6) + p;
    s = Integer.rotateLeft(s, 10);
    a = Integer.rotateLeft(a + xorOrNot(b, c, d) + x[8] + 0xA953FD4E, 14) + e;
    c = Integer.rotateLeft(c, 10);
    p = Integer.rotateLeft(p + xor(q, r, s) + x[14], 5) + t;
    r = Integer.rotateLeft(r, 10);
    e = Integer.rotateLeft(e + xorOrNot(a, b, c) + x[11] + 0xA953FD4E, 11) + d;
    b = Integer.rotateLeft(b, 10);
    t = Integer.rotateLeft(t + xor(p, q, r) + x[0], 15) + s;
    q = Integer.rotateLeft(q, 10);
    d = Integer.rotateLeft(d + xorOrNot(e, a, b) + x[6] + 0xA953FD4E, 8) + c;
    a = Integer.rotateLeft(a, 10);
    s = Integer.rotateLeft(s + xor(t, p, q) + x[3], 13) + r;
    p = Integer.rotateLeft(p, 10);
    c = Integer.rotateLeft(c + xorOrNot(d, e, a) + x[15] + 0xA953FD4E, 5) + b;
    e = Integer.rotateLeft(e, 10);
    r = Integer.rotateLeft(r + xor(s, t, p) + x[9], 11) + q;
    t = Integer.rotateLeft(t, 10);
    b = Integer.rotateLeft(b + xorOrNot(c, d, e) + x[13] + 0xA953FD4E, 6) + a;
    d = Integer.rotateLeft(d, 10);
    q = Integer.rotateLeft(q + xor(r, s, t) + x[11], 11) + p;
    s = Integer.rotateLeft(s, 10);
    w[0] = a;
    w[1] = b;
    w[2] = c;
    w[3] = d;
    w[4] = e;
    w[5] = p;
    w[6] = q;
    w[7] = r;
    w[8] = s;
    w[9] = t;
  }

  private static int xor(int x, int y, int z) {
    return x ^ y ^ z;
  }

  /** Takes the bits of {@code y} where {@code x} is set, and of {@code z} elsewhere. */
  private static int select(int x, int y, int z) {
    return ((y ^ z) & x) ^ z;
  }

  private static int orNotXor(int x, int y, int z) {
    return (x | ~y) ^ z;
  }

  /** Takes the bits of {@code x} where {@code z} is set, and of {@code y} elsewhere. */
  private static int selectBack(int x, int y, int z) {
    return ((x ^ y) & z) ^ y;
  }

  private static int xorOrNot(int x, int y, int z) {
    return x ^ (y | ~z);
  }
}
