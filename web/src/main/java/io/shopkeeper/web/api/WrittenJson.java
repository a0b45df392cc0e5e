package io.shopkeeper.web.api;

/**
 * A body that is written already.
 *
 * @param utf8 JSON; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
record WrittenJson(byte[] utf8) {}
