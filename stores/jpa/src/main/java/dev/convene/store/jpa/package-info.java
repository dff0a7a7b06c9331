/** The stores on Hibernate, in the same tables as the starter's JDBC. {@link JpaStores} is the way in. */
@NullMarked
package dev.convene.store.jpa;

import org.jspecify.annotations.NullMarked;
