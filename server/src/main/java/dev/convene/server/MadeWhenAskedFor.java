package dev.convene.server;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** The beans that describe the API cost the start a tenth and serve few: they are made when somebody asks for it. */
class MadeWhenAskedFor implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Stream.of(beans.getBeanDefinitionNames())
                .map(beans::getBeanDefinition)
                .filter(MadeWhenAskedFor::describesTheApi)
                .forEach(it -> it.setLazyInit(true));
    }

    private static boolean describesTheApi(BeanDefinition bean) {
        return isSpringdoc(bean.getFactoryBeanName()) || isSpringdoc(bean.getBeanClassName());
    }

    private static boolean isSpringdoc(@Nullable String name) {
        return name != null && name.startsWith("org.springdoc.");
    }
}
