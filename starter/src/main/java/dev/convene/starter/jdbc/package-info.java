/** The stores on a relational database, without an ORM. {@link JdbcStores} is the way in. */
@NullMarked
package dev.convene.starter.jdbc;

import org.jspecify.annotations.NullMarked;
