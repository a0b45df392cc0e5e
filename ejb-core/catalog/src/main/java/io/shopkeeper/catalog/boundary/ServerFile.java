package io.shopkeeper.catalog.boundary;

import java.time.Instant;

/**
 * A file in the folder that the shop's operator opened for imports.
 *
 * @param path from that folder on, with / between folders
 */
public record ServerFile(String path, long size, Instant modifiedAt) {}
