/**
 * The REST interface at {@code /api/v1}: resources that validate, call a boundary and map the
 * answer; strict JSON both ways; errors as problem details (RFC 9457). Uses boundaries only.
 */
package io.shopkeeper.web.api;
