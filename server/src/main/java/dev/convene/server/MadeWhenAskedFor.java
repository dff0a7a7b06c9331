package dev.convene.server;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The beans that describe the API cost the start a tenth and serve few: they are made when somebody asks for the document,
 * then all of them, because some do their part while they are made.
 */
class MadeWhenAskedFor implements BeanFactoryPostProcessor {

    private static final String DOCUMENT = "openApiResource";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> describing = Stream.of(beans.getBeanDefinitionNames())
                .filter(it -> describesTheApi(beans.getBeanDefinition(it)))
                .toList();
        describing.forEach(it -> beans.getBeanDefinition(it).setLazyInit(true));
        if (describing.contains(DOCUMENT)) {
            beans.getBeanDefinition(DOCUMENT)
                    .setDependsOn(describing.stream()
                            .filter(it -> !it.equals(DOCUMENT))
                            .toArray(String[]::new));
        }
    }

    private static boolean describesTheApi(BeanDefinition bean) {
        return isSpringdoc(bean.getFactoryBeanName()) || isSpringdoc(bean.getBeanClassName());
    }

    private static boolean isSpringdoc(@Nullable String name) {
        return name != null && name.startsWith("org.springdoc.");
    }
}
