<?php
// SPDX-License-Identifier: EUPL-1.2
// What the filter asks of Drupal, by the names that it has there.

declare(strict_types=1);

namespace Drupal\Core\Form {
    interface FormStateInterface
    {
        public function setError(array &$element, string $message): void;
    }
}

namespace Drupal\Core\Plugin {
    interface ContainerFactoryPluginInterface
    {
    }
}

namespace Symfony\Component\DependencyInjection {
    interface ContainerInterface
    {
        public function get(string $id): mixed;
    }
}

namespace Drupal\filter {
    final class FilterProcessResult
    {
        /** @var array<string, mixed> */
        public array $attachments = [];
        /** @var list<string> */
        public array $contexts = [];

        public function __construct(private string $text)
        {
        }

        public function getProcessedText(): string
        {
            return $this->text;
        }

        public function setProcessedText(string $text): self
        {
            $this->text = $text;
            return $this;
        }

        public function addAttachments(array $attachments): self
        {
            $this->attachments = array_merge_recursive($this->attachments, $attachments);
            return $this;
        }

        public function addCacheContexts(array $contexts): self
        {
            $this->contexts = [...$this->contexts, ...$contexts];
            return $this;
        }
    }
}

namespace Drupal\filter\Plugin {
    abstract class FilterBase
    {
        public array $settings;

        public function __construct(array $configuration, $plugin_id, $plugin_definition)
        {
            $this->settings = $configuration['settings'];
        }

        protected function t(string $text): string
        {
            return $text;
        }
    }
}
