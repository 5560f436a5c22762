package dev.aero4j;

/**
 * What one node answered to an info command.
 *
 * @param nodeName the node's name, such as {@code BB9020011AC4202}
 * @param errorCode 0, or the {@link dev.aero4j.model.ResultCode} with which the node refused or
 *     could not be asked
 * @param response the answer, or the reason of the error
 */
public record InfoNodeResult(String nodeName, int errorCode, String response) {}
